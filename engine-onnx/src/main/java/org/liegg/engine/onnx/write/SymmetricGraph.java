package org.liegg.engine.onnx.write;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liegg.api.orbit.SymmetricNodes;
import org.liegg.api.orbit.Symmetrization;

/**
 * Puts nodes before the input of a graph and behind one of its outputs. Both keep their names; what
 * goes by these names within the graph is renamed, in the graphs of loops and branches as well.
 *
 * @param graph that is rewritten
 * @param single whether its numbers are of single precision, and not of double
 */
public record SymmetricGraph(GraphProto graph, boolean single) {
  private static final String PREFIX = "symmetric";

  /**
   * An end of the graph.
   *
   * @param name of the tensor
   * @param shape of one sample
   */
  public record End(String name, List<Integer> shape) {}

  /** The graph, symmetric, with this output alone. */
  public GraphProto with(Symmetrization how, End input, End output) {
    String prefix = prefix();
    NewNodes nodes = new NewNodes(prefix, single);
    SymmetricNodes around = new SymmetricNodes(nodes, how);
    String given = around.before(input.name(), input.shape());
    int before = nodes.all().size();
    String own = prefix + "_output";
    nodes.named(output.name(), "Identity", List.of(), around.behind(own, output.shape()));
    GraphProto.Builder made = graph.toBuilder().clearNode().clearOutput().clearValueInfo();
    made.addAllNode(nodes.all().subList(0, before));
    Map<String, String> names = Map.of(input.name(), given, output.name(), own);
    graph.getNodeList().forEach(node -> made.addNode(renamed(node, names)));
    made.addAllNode(nodes.all().subList(before, nodes.all().size()));
    for (ValueInfoProto one : graph.getOutputList()) {
      if (one.getName().equals(output.name())) {
        made.addOutput(one);
      }
    }
    return made.build();
  }

  /** A name that no tensor begins with. */
  private String prefix() {
    String prefix = PREFIX;
    for (int i = 2; isTaken(prefix + "_"); i++) {
      prefix = PREFIX + i;
    }
    return prefix;
  }

  private boolean isTaken(String prefix) {
    return graph.getNodeList().stream()
        .flatMap(node -> Stream.concat(node.getInputList().stream(), node.getOutputList().stream()))
        .anyMatch(name -> name.startsWith(prefix));
  }

  private static NodeProto renamed(NodeProto node, Map<String, String> names) {
    NodeProto.Builder copy = node.toBuilder();
    for (int i = 0; i < node.getInputCount(); i++) {
      copy.setInput(i, names.getOrDefault(node.getInput(i), node.getInput(i)));
    }
    for (int i = 0; i < node.getOutputCount(); i++) {
      copy.setOutput(i, names.getOrDefault(node.getOutput(i), node.getOutput(i)));
    }
    for (int i = 0; i < node.getAttributeCount(); i++) {
      AttributeProto attribute = node.getAttribute(i);
      if (attribute.hasG()) {
        copy.setAttribute(i, attribute.toBuilder().setG(renamed(attribute.getG(), names)).build());
      }
    }
    return copy.build();
  }

  /** A graph within a node: what it calls its own keeps its name. */
  private static GraphProto renamed(GraphProto inner, Map<String, String> names) {
    Map<String, String> outside = new HashMap<>(names);
    inner.getInputList().forEach(own -> outside.remove(own.getName()));
    inner.getInitializerList().forEach(own -> outside.remove(own.getName()));
    inner.getNodeList().forEach(node -> node.getOutputList().forEach(outside::remove));
    GraphProto.Builder copy = inner.toBuilder().clearNode();
    inner.getNodeList().forEach(node -> copy.addNode(renamed(node, outside)));
    for (int i = 0; i < inner.getOutputCount(); i++) {
      String name = inner.getOutput(i).getName();
      copy.setOutput(
          i, inner.getOutput(i).toBuilder().setName(outside.getOrDefault(name, name)).build());
    }
    return copy.build();
  }
}
