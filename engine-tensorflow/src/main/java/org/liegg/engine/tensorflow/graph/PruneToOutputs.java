package org.liegg.engine.tensorflow.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * {@code prune-to-outputs}: keeps what the outputs are computed from. Orders of execution between
 * nodes are dropped with it, as what is left has no effects, except where {@code Switch} makes them
 * skip whole branches.
 */
public final class PruneToOutputs implements GraphPass {
  private static final Set<String> BRANCHING = Set.of("Switch", "RefSwitch", "Enter", "RefEnter");

  private final List<String> outputs;

  public PruneToOutputs(List<String> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "prune-to-outputs";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    boolean ordered = graph.getNodeList().stream().anyMatch(n -> BRANCHING.contains(n.getOp()));
    Map<String, NodeDef> nodes = new HashMap<>();
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    Set<String> kept = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    outputs.forEach(output -> open.add(TensorName.nodeOf(output)));
    while (!open.isEmpty()) {
      String name = open.remove();
      NodeDef node = nodes.get(name);
      if (node != null && kept.add(name)) {
        for (String input : node.getInputList()) {
          if (ordered || !TensorName.isControl(input)) {
            open.add(TensorName.nodeOf(input));
          }
        }
      }
    }
    GraphDef.Builder pruned = graph.toBuilder().clearNode();
    for (NodeDef node : graph.getNodeList()) {
      if (kept.contains(node.getName())) {
        pruned.addNode(ordered ? node : withoutOrder(node));
      }
    }
    return pruned.build();
  }

  private static NodeDef withoutOrder(NodeDef node) {
    List<String> tensors = Nodes.tensors(node);
    return tensors.size() == node.getInputCount()
        ? node
        : node.toBuilder().clearInput().addAllInput(tensors).build();
  }
}
