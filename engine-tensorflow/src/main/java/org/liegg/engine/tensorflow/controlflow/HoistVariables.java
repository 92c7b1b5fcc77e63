package org.liegg.engine.tensorflow.controlflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * {@code hoist-variables}: loops and branches that the samples decide stay as they are, and their
 * functions are given the values of variables where they were given the variables, so that these
 * can be frozen.
 */
public final class HoistVariables implements GraphPass {
  private final ModelFaults faults;

  public HoistVariables(ModelFaults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "hoist-variables";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    GraphEdit edit = new GraphEdit(graph);
    ValuedFunctions functions = new ValuedFunctions(edit, faults);
    for (NodeDef node : edit.nodes()) {
      if (ControlFlow.isChoice(node.getOp()) && takesVariables(node)) {
        edit.put(hoisted(edit, node, functions));
      }
    }
    GraphDef.Builder built = edit.build().toBuilder();
    built.getLibraryBuilder().addAllFunction(functions.made());
    return built.build();
  }

  private NodeDef hoisted(GraphEdit edit, NodeDef node, ValuedFunctions functions) {
    List<String> inputs = Nodes.tensors(node);
    int first = ControlFlow.firstArgument(node.getOp());
    AttrValue types = node.getAttrOrThrow(ControlFlow.typesOfArguments(node.getOp()));
    Map<Integer, DataType> variables = new TreeMap<>();
    NodeDef.Builder builder = node.toBuilder();
    for (int i = first; i < inputs.size(); i++) {
      if (types.getList().getType(i - first) != DataType.DT_RESOURCE) {
        continue;
      }
      Optional<NodeDef> variable =
          edit.origin(inputs.get(i)).filter(origin -> origin.getOp().equals("VarHandleOp"));
      if (variable.isEmpty()) {
        throw faults.unsupported(
            "its %s (node %s) takes a variable that is chosen while it runs"
                .formatted(node.getOp(), node.getName()),
            "save the model again, for inference");
      }
      DataType type = Nodes.type(variable.get(), "dtype");
      String read = edit.fresh("%s/variable_%d".formatted(node.getName(), i));
      edit.put(
          Nodes.node(read, "ReadVariableOp", variable.get().getName())
              .putAttr("dtype", Nodes.type(type))
              .build());
      builder.setInput(i, read);
      variables.put(i - first, type);
    }
    return functions.valued(builder.build(), variables);
  }

  private static boolean takesVariables(NodeDef node) {
    return node.getAttrOrThrow(ControlFlow.typesOfArguments(node.getOp()))
        .getList()
        .getTypeList()
        .contains(DataType.DT_RESOURCE);
  }
}
