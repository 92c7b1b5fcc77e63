package org.liegg.engine.tensorflow.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Finds how the nodes of a graph depend on each other. */
public final class Topology {

  private Topology() {}

  /** All nodes, each after what it reads; where a loop closes, in the order of the file. */
  public static List<NodeDef> order(GraphDef graph) {
    Map<String, NodeDef> nodes = new HashMap<>();
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    List<NodeDef> ordered = new ArrayList<>(nodes.size());
    Set<String> entered = new HashSet<>();
    Set<String> left = new HashSet<>();
    Deque<NodeDef> open = new ArrayDeque<>();
    for (NodeDef root : graph.getNodeList()) {
      open.push(root);
      while (!open.isEmpty()) {
        NodeDef node = open.peek();
        if (entered.add(node.getName())) {
          for (String input : node.getInputList()) {
            NodeDef producer = nodes.get(TensorName.nodeOf(input));
            if (producer != null && !entered.contains(producer.getName())) {
              open.push(producer);
            }
          }
        } else {
          open.pop();
          if (left.add(node.getName())) {
            ordered.add(node);
          }
        }
      }
    }
    return ordered;
  }

  /** The nodes whose values depend on any of some others, these included. */
  public static Set<String> downstream(List<NodeDef> ordered, Set<String> from) {
    Set<String> reached = new HashSet<>(from);
    for (NodeDef node : ordered) {
      for (String input : Nodes.tensors(node)) {
        if (reached.contains(TensorName.nodeOf(input))) {
          reached.add(node.getName());
        }
      }
    }
    return reached;
  }
}
