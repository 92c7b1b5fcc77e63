package org.liegg.engine.tensorflow.controlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/** Functions that take values, in place of those that take variables and read them. */
final class ValuedFunctions {
  private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

  private final GraphEdit edit;
  private final ModelFaults faults;
  private final Map<String, FunctionDef> made = new LinkedHashMap<>();

  ValuedFunctions(GraphEdit edit, ModelFaults faults) {
    this.edit = edit;
    this.faults = faults;
  }

  /** The functions that the nodes made so far call. */
  List<FunctionDef> made() {
    return new ArrayList<>(made.values());
  }

  /**
   * A loop, branch or call whose functions take values.
   *
   * @param variables types of those values, by the place of the argument
   */
  NodeDef valued(NodeDef node, Map<Integer, DataType> variables) {
    if (variables.isEmpty()) {
      return node;
    }
    NodeDef.Builder builder = node.toBuilder();
    node.getAttrMap()
        .forEach(
            (key, value) -> {
              AttrValue.Builder changed = value.toBuilder();
              if (value.hasFunc()) {
                changed.getFuncBuilder().setName(named(value.getFunc().getName(), variables));
              }
              if (value.getList().getFuncCount() > 0) {
                changed
                    .getListBuilder()
                    .getFuncBuilderList()
                    .forEach(function -> function.setName(named(function.getName(), variables)));
              }
              if (key.equals(ControlFlow.typesOfArguments(node.getOp()))) {
                variables.forEach((at, type) -> changed.getListBuilder().setType(at, type));
              }
              builder.putAttr(key, changed.build());
            });
    return builder.build();
  }

  /** The name of a function that takes values at these places, which is made if need be. */
  private String named(String function, Map<Integer, DataType> variables) {
    String name = function + "_valued_" + variables.keySet().toString().replaceAll("\\W+", "_");
    if (!made.containsKey(name)) {
      FunctionDef original =
          edit.function(function)
              .orElseThrow(() -> faults.corrupt("it lacks function " + function));
      made.put(name, original);
      made.put(name, valued(original, name, variables));
    }
    return name;
  }

  private FunctionDef valued(FunctionDef function, String name, Map<Integer, DataType> variables) {
    FunctionDef.Builder builder = function.toBuilder();
    OpDef.Builder signature = builder.getSignatureBuilder().setName(name);
    Map<String, DataType> values = new HashMap<>();
    variables.forEach(
        (at, type) -> {
          signature.getInputArgBuilder(at).setType(type);
          values.put(signature.getInputArg(at).getName(), type);
        });
    Map<String, String> renamed = new HashMap<>();
    boolean more = true;
    while (more) {
      // Bodies are not ordered; what passes a variable on may stand after what reads it.
      more = false;
      for (NodeDef.Builder node : builder.getNodeDefBuilderList()) {
        if (reads(node, values)) {
          rewrite(node, values, renamed);
          more = true;
        }
      }
    }
    for (NodeDef.Builder node : builder.getNodeDefBuilderList()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        node.setInput(i, renamed.getOrDefault(node.getInput(i), node.getInput(i)));
      }
    }
    for (OpDef.ArgDef.Builder output : signature.getOutputArgBuilderList()) {
      String from = function.getRetOrDefault(output.getName(), output.getName());
      builder.putRet(output.getName(), renamed.getOrDefault(from, from));
      if (output.getType() == DataType.DT_RESOURCE && values.containsKey(from)) {
        output.setType(values.get(from));
      }
    }
    return builder.build();
  }

  /** Whether a node takes as a variable what is a value now. */
  private static boolean reads(NodeDef.Builder node, Map<String, DataType> values) {
    if (node.getInputList().stream().noneMatch(values::containsKey)) {
      return false;
    }
    String op = node.getOp();
    if (ControlFlow.isChoice(op) || CALLS.contains(op)) {
      return node.getAttrOrThrow(ControlFlow.typesOfArguments(op))
          .getList()
          .getTypeList()
          .contains(DataType.DT_RESOURCE);
    }
    return op.contains("Variable")
        || op.startsWith("Resource")
        || Nodes.type(node.build(), "T") == DataType.DT_RESOURCE;
  }

  private void rewrite(
      NodeDef.Builder node, Map<String, DataType> values, Map<String, String> renamed) {
    String op = node.getOp();
    DataType type = values.get(node.getInput(0));
    if (op.equals("ReadVariableOp") && type != null) {
      renamed.put(node.getName() + ":value:0", node.getName() + ":output:0");
      node.setOp("Identity").clearAttr().putAttr("T", Nodes.type(type));
    } else if (op.equals("Identity") && type != null) {
      values.put(node.getName() + ":output:0", type);
      node.putAttr("T", Nodes.type(type));
    } else if (ControlFlow.isChoice(op) || CALLS.contains(op)) {
      Map<Integer, DataType> variables = new TreeMap<>();
      int first = ControlFlow.firstArgument(op);
      for (int i = first; i < node.getInputCount(); i++) {
        DataType value = values.get(node.getInput(i));
        if (value != null) {
          variables.put(i - first, value);
          if (ControlFlow.isLoop(op)) {
            values.put("%s:output:%d".formatted(node.getName(), i), value);
          }
        }
      }
      NodeDef inner = valued(node.build(), variables);
      node.mergeFrom(inner).clearInput().addAllInput(inner.getInputList());
      if (reads(node, values)) {
        throw faults.unsupported(
            "its %s (node %s) takes a variable that is chosen while it runs"
                .formatted(op, node.getName()),
            "save the model again, for inference");
      }
    } else {
      throw faults.unsupported(
          "%s (node %s) uses a variable in a loop or branch that the samples decide"
              .formatted(op, node.getName()),
          "take an output before it");
    }
  }
}
