package org.liegg.engine.tensorflow.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Which functions of a graph's library its nodes may call, directly or through others. */
public final class FunctionCalls {
  private static final int MAX_LEVELS = 100;
  private static final long MAX_NODES = 500_000;

  private final GraphDef graph;
  private final ModelFaults faults;
  private final Map<String, FunctionDef> functions = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<String> entered = new HashSet<>();

  public FunctionCalls(GraphDef graph, ModelFaults faults) {
    this.graph = graph;
    this.faults = faults;
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> functions.put(function.getSignature().getName(), function));
  }

  /** Every function that is named by a node that may run, or by a function that may be called. */
  public Set<String> reachable() {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(named(graph.getNodeList()));
    while (!open.isEmpty()) {
      FunctionDef function = functions.get(open.remove());
      if (function != null && reached.add(function.getSignature().getName())) {
        open.addAll(named(function));
      }
    }
    return reached;
  }

  /**
   * Makes sure that calls come to an end, and that there is room for them all.
   *
   * @throws org.liegg.api.ModelException if a function calls itself, calls are nested too deeply,
   *     or the bodies are too large when every call has its own
   */
  public void requireBounded() {
    long nodes = graph.getNodeCount();
    for (String callee : named(graph.getNodeList())) {
      nodes += size(callee, 1);
    }
    if (nodes > MAX_NODES) {
      throw faults.tooLarge(
          "its functions call each other for more than %d nodes".formatted(nodes));
    }
  }

  /** How many nodes a call makes, all that it calls in turn included. */
  private long size(String name, int level) {
    FunctionDef function = functions.get(name);
    if (function == null) {
      return 0;
    }
    Long known = sizes.get(name);
    if (known != null) {
      return known;
    }
    if (!entered.add(name)) {
      throw faults.corrupt("function %s calls itself".formatted(name));
    }
    if (level > MAX_LEVELS) {
      throw faults.corrupt(
          "function %s is called at more than %d levels".formatted(name, MAX_LEVELS));
    }
    long nodes = function.getNodeDefCount();
    for (NodeDef node : function.getNodeDefList()) {
      for (String callee : named(List.of(node))) {
        nodes = Math.min(MAX_NODES + 1, nodes + size(callee, level + 1));
      }
    }
    for (String callee : NestedValues.of(function).functions()) {
      nodes = Math.min(MAX_NODES + 1, nodes + size(callee, level + 1));
    }
    sizes.put(name, nodes);
    return nodes;
  }

  private static Set<String> named(FunctionDef function) {
    Set<String> names = named(function.getNodeDefList());
    names.addAll(NestedValues.of(function).functions());
    return names;
  }

  private static Set<String> named(Collection<NodeDef> nodes) {
    Set<String> names = new LinkedHashSet<>();
    for (NodeDef node : nodes) {
      names.add(node.getOp());
      names.addAll(NestedValues.of(node).functions());
    }
    return names;
  }
}
