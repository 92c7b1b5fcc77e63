package org.liegg.engine.onnx.file;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.engine.onnx.graph.GraphException;

/** The nodes of a graph of a file, and what each stands on. */
public final class NodeGraph {
  private static final int MAX_DEPTH = 16;

  private final List<NodeProto> nodes;
  private final Map<String, Integer> producers = new HashMap<>();
  private final List<Set<String>> needs = new ArrayList<>();

  /**
   * Indexes a graph.
   *
   * @throws GraphException if a tensor is made twice, or graphs are nested too deeply
   */
  public NodeGraph(GraphProto graph) {
    this(graph.getNodeList());
  }

  /** Indexes some nodes. */
  public NodeGraph(List<NodeProto> nodes) {
    this.nodes = nodes;
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).getOutputList()) {
        if (!output.isEmpty() && producers.put(output, i) != null) {
          throw GraphException.corrupt("the tensor \"%s\" is made twice".formatted(output));
        }
      }
      Set<String> names = new LinkedHashSet<>();
      addNeeds(nodes.get(i), names, 0);
      needs.add(names);
    }
  }

  /** All nodes, as in the file. */
  public List<NodeProto> nodes() {
    return nodes;
  }

  /**
   * The nodes that some tensors are made by, in an order in which they can be computed.
   *
   * @throws GraphException if one stands on itself
   */
  public List<NodeProto> nodesOf(Collection<String> tensors) {
    List<NodeProto> order = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    Set<Integer> entered = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    push(tensors, open);
    while (!open.isEmpty()) {
      int at = open.peek();
      if (done.contains(at)) {
        open.pop();
      } else if (entered.add(at)) {
        for (String name : needs.get(at)) {
          Integer producer = producers.get(name);
          if (producer != null && !done.contains(producer)) {
            if (entered.contains(producer)) {
              throw GraphException.corrupt(
                  "the node that makes \"%s\" stands on itself".formatted(name));
            }
            open.push(producer);
          }
        }
      } else {
        open.pop();
        done.add(at);
        order.add(nodes.get(at));
      }
    }
    return order;
  }

  private void push(Collection<String> tensors, Deque<Integer> open) {
    List<Integer> indices = new ArrayList<>();
    for (String tensor : tensors) {
      Integer producer = producers.get(tensor);
      if (producer != null) {
        indices.add(producer);
      }
    }
    indices.sort((a, b) -> Integer.compare(b, a));
    indices.forEach(open::push);
  }

  /** The names that a node takes, and those that graphs within it take from outside. */
  private static void addNeeds(NodeProto node, Set<String> names, int depth) {
    if (depth > MAX_DEPTH) {
      throw GraphException.corrupt("graphs within graphs, more than %d deep".formatted(MAX_DEPTH));
    }
    node.getInputList().stream().filter(name -> !name.isEmpty()).forEach(names::add);
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        Set<String> inner = new LinkedHashSet<>();
        attribute.getG().getOutputList().forEach(output -> inner.add(output.getName()));
        for (NodeProto child : attribute.getG().getNodeList()) {
          addNeeds(child, inner, depth + 1);
        }
        attribute.getG().getInputList().forEach(input -> inner.remove(input.getName()));
        attribute.getG().getInitializerList().forEach(tensor -> inner.remove(tensor.getName()));
        for (NodeProto child : attribute.getG().getNodeList()) {
          child.getOutputList().forEach(inner::remove);
        }
        names.addAll(inner);
      }
    }
  }
}
