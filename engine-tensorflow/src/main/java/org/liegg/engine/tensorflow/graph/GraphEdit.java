package org.liegg.engine.tensorflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A graph that is being rewritten: nodes by name, and tensors that stand for other tensors. */
public final class GraphEdit {
  private final GraphDef original;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
  private final Map<String, String> redirects = new HashMap<>();
  private final Map<String, FunctionDef> functions = new HashMap<>();

  public GraphEdit(GraphDef graph) {
    original = graph;
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> functions.put(function.getSignature().getName(), function));
  }

  /** The nodes as they are now; a copy, so that the graph may be changed meanwhile. */
  public List<NodeDef> nodes() {
    return new ArrayList<>(nodes.values());
  }

  /** The number of nodes as they are now. */
  public int size() {
    return nodes.size();
  }

  /** The node of a name. */
  public Optional<NodeDef> find(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** The function of a name, from the library of the graph. */
  public Optional<FunctionDef> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** The node whose output a tensor is, after redirects. */
  public Optional<NodeDef> producer(String tensor) {
    return find(TensorName.of(resolve(tensor)).node());
  }

  /** The same, seen through nodes that pass a tensor on as it is. */
  public Optional<NodeDef> origin(String tensor) {
    Optional<NodeDef> producer = producer(tensor);
    int steps = 0;
    while (producer.isPresent() && Nodes.passesOn(producer.get()) && steps++ < nodes.size()) {
      producer = producer(producer.get().getInput(0));
    }
    return producer;
  }

  /** Adds a node, or replaces the one of its name. */
  public void put(NodeDef node) {
    nodes.put(node.getName(), node);
  }

  /** Removes the node of a name, if there is one. */
  public void remove(String name) {
    nodes.remove(name);
  }

  /** A name that no node has, close to the one given. */
  public String fresh(String name) {
    String candidate = name;
    for (int i = 1; nodes.containsKey(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  /** Makes every reader of one tensor read another from now on. */
  public void redirect(String from, String to) {
    String source = TensorName.of(from).text();
    String target = resolve(to);
    if (!source.equals(target)) {
      redirects.put(source, target);
    }
  }

  /** The tensor that is read where this one is named. */
  public String resolve(String tensor) {
    String name = TensorName.of(tensor).text();
    String next = redirects.get(name);
    int steps = 0;
    while (next != null && steps++ <= redirects.size()) {
      name = next;
      next = redirects.get(name);
    }
    return name;
  }

  /** The graph with all changes. */
  public GraphDef build() {
    GraphDef.Builder graph = original.toBuilder().clearNode();
    for (NodeDef node : nodes.values()) {
      graph.addNode(redirects.isEmpty() ? node : redirected(node));
    }
    return graph.build();
  }

  private NodeDef redirected(NodeDef node) {
    NodeDef.Builder builder = node.toBuilder().clearInput();
    for (String input : node.getInputList()) {
      builder.addInput(TensorName.isControl(input) ? input : resolve(input));
    }
    return builder.build();
  }
}
