package org.liegg.engine.tensorflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/** Copies the bodies of library functions into a graph. */
public final class FunctionBodies {
  private static final int MAX_NODES = 500_000;

  private final OpCatalog catalog;
  private final ModelFaults faults;

  public FunctionBodies(OpCatalog catalog, ModelFaults faults) {
    this.catalog = catalog;
    this.faults = faults;
  }

  /**
   * Adds the nodes of a function's body under a prefix.
   *
   * @param inputs the tensors that its arguments stand for
   * @param attributes the caller's, for what the body leaves open
   * @return the tensors that it returns, in the order of its signature
   */
  public List<String> copy(
      GraphEdit edit,
      FunctionDef function,
      String prefix,
      List<String> inputs,
      Map<String, AttrValue> attributes) {
    String name = function.getSignature().getName();
    if (edit.size() + function.getNodeDefCount() > MAX_NODES) {
      throw faults.corrupt("function %s calls itself, or too many others".formatted(name));
    }
    List<OpDef.ArgDef> arguments = function.getSignature().getInputArgList();
    if (arguments.size() > inputs.size()) {
      throw faults.corrupt(
          "function %s takes %d tensors and is given %d"
              .formatted(name, arguments.size(), inputs.size()));
    }
    Map<String, String> tensors = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      tensors.put(arguments.get(i).getName(), inputs.get(i));
    }
    Map<String, NodeDef> body = new HashMap<>();
    function.getNodeDefList().forEach(node -> body.put(node.getName(), node));
    for (NodeDef node : function.getNodeDefList()) {
      NodeDef.Builder copy = node.toBuilder().setName(prefix + "/" + node.getName()).clearInput();
      for (String input : node.getInputList()) {
        if (!TensorName.isControl(input)) {
          copy.addInput(tensor(edit, name, input, tensors, body, prefix));
        }
      }
      node.getAttrMap().forEach((key, value) -> copy.putAttr(key, substituted(value, attributes)));
      copy.removeAttr("_class");
      copy.clearDevice();
      edit.put(copy.build());
    }
    List<String> results = new ArrayList<>();
    for (OpDef.ArgDef output : function.getSignature().getOutputArgList()) {
      String from = function.getRetOrDefault(output.getName(), output.getName());
      results.add(tensor(edit, name, from, tensors, body, prefix));
    }
    return results;
  }

  /** Translates {@code a}, {@code a:0} and {@code node:output:0}, a an argument. */
  private String tensor(
      GraphEdit edit,
      String function,
      String input,
      Map<String, String> arguments,
      Map<String, NodeDef> body,
      String prefix) {
    String[] parts = input.split(":", -1);
    String argument = arguments.get(parts[0]);
    if (argument != null) {
      return argument;
    }
    NodeDef node = body.get(parts[0]);
    if (node == null || parts.length < 2) {
      throw faults.corrupt(
          "function %s reads %s, which it does not have".formatted(function, input));
    }
    int within = parts.length > 2 ? TensorName.of("x:" + parts[2]).index() : 0;
    Optional<OpDef> op =
        edit.function(node.getOp())
            .map(FunctionDef::getSignature)
            .or(() -> catalog.find(node.getOp()));
    int index =
        op.flatMap(
                definition ->
                    OpCatalog.flatIndex(definition, catalog.filled(node), parts[1], within))
            .orElseThrow(
                () ->
                    faults.corrupt(
                        "function %s reads %s of operation %s, which has no such output"
                            .formatted(function, input, node.getOp())));
    return new TensorName(prefix + "/" + parts[0], index).text();
  }

  private static AttrValue substituted(AttrValue value, Map<String, AttrValue> attributes) {
    if (value.getValueCase() != AttrValue.ValueCase.PLACEHOLDER) {
      return value;
    }
    return attributes.getOrDefault(value.getPlaceholder(), value);
  }
}
