package org.liegg.engine.tensorflow.controlflow;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.runtime.ConstantValues;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code resolve-switches}: branches of the first TensorFlow, where {@code Switch} lets a tensor
 * through on one side and {@code Merge} takes whichever comes. Where the condition is known, e.g.
 * that a model is not being trained, the side that is never run is dropped.
 */
public final class ResolveSwitches implements GraphPass {
  private final ModelFaults faults;

  public ResolveSwitches(ModelFaults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "resolve-switches";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    Set<String> conditions = new LinkedHashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      if (isSwitch(node)) {
        conditions.add(node.getInput(1));
      }
    }
    if (conditions.isEmpty()) {
      return graph;
    }
    Map<String, TensorProto> known = new ConstantValues(graph, faults).of(conditions);
    GraphEdit edit = new GraphEdit(graph);
    Set<String> still = new HashSet<>();
    for (NodeDef node : Topology.order(graph)) {
      follow(node, known, edit, still);
    }
    return withoutLooseOrder(edit.build());
  }

  private static void follow(
      NodeDef node, Map<String, TensorProto> known, GraphEdit edit, Set<String> still) {
    if (node.getOp().equals("Merge")) {
      List<String> moving =
          Nodes.tensors(node).stream().filter(input -> !stands(input, still)).toList();
      if (moving.isEmpty()) {
        stop(node, edit, still);
      } else if (moving.size() < Nodes.tensors(node).size()) {
        edit.remove(node.getName());
        edit.redirect(node.getName(), moving.get(0));
      }
      return;
    }
    if (node.getInputList().stream().anyMatch(input -> stands(input, still))) {
      stop(node, edit, still);
      return;
    }
    TensorProto condition =
        isSwitch(node) ? known.get(TensorName.of(node.getInput(1)).text()) : null;
    if (condition != null) {
      int taken = condition.getTensorContent().byteAt(0) == 0 ? 0 : 1;
      still.add(new TensorName(node.getName(), 1 - taken).text());
      edit.remove(node.getName());
      edit.redirect(new TensorName(node.getName(), taken).text(), node.getInput(0));
    }
  }

  /** Nothing comes out of the node, neither tensors nor its turn in an order. */
  private static void stop(NodeDef node, GraphEdit edit, Set<String> still) {
    edit.remove(node.getName());
    still.add("^" + node.getName());
  }

  private static boolean stands(String input, Set<String> still) {
    return still.contains("^" + TensorName.nodeOf(input))
        || (!TensorName.isControl(input) && still.contains(TensorName.of(input).text()));
  }

  private static boolean isSwitch(NodeDef node) {
    return node.getOp().equals("Switch") || node.getOp().equals("RefSwitch");
  }

  private static GraphDef withoutLooseOrder(GraphDef graph) {
    Set<String> present = new HashSet<>();
    graph.getNodeList().forEach(node -> present.add(node.getName()));
    GraphDef.Builder builder = graph.toBuilder().clearNode();
    for (NodeDef node : graph.getNodeList()) {
      NodeDef.Builder kept = node.toBuilder().clearInput();
      for (String input : node.getInputList()) {
        if (!TensorName.isControl(input) || present.contains(TensorName.nodeOf(input))) {
          kept.addInput(input);
        }
      }
      builder.addNode(kept);
    }
    return builder.build();
  }
}
