package org.liegg.engine.dl4j.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Checks that a graph from a file is one: Deeplearning4j does so while a graph is built, and not
 * when it is read.
 */
record GraphStructure(ComputationGraphConfiguration graph, ModelFaults faults) {
  private static final int MAX_VERTICES = 4096;

  /**
   * Checks names, connections and order.
   *
   * @throws org.liegg.api.ModelException naming the first vertex that is in the way
   */
  void check() {
    List<String> inputs = names(graph.getNetworkInputs(), "inputs");
    List<String> outputs = names(graph.getNetworkOutputs(), "outputs");
    Map<String, GraphVertex> vertices = orEmpty(graph.getVertices());
    Map<String, List<String>> edges = orEmpty(graph.getVertexInputs());
    if (vertices.size() > MAX_VERTICES) {
      throw faults.tooLarge(
          "it has %d layers, the limit is %d".formatted(vertices.size(), MAX_VERTICES));
    }
    for (String input : inputs) {
      if (vertices.containsKey(input)) {
        throw faults.corrupt("an input and a layer are both called " + printable(input));
      }
    }
    vertices.forEach((name, vertex) -> checkVertex(name, vertex, edges));
    for (Map.Entry<String, List<String>> entry : edges.entrySet()) {
      checkEdges(entry.getKey(), entry.getValue(), inputs, vertices);
    }
    for (String output : outputs) {
      if (inputs.contains(output)) {
        throw faults.unsupported(
            "its output %s is an input as it is".formatted(printable(output)),
            "let a layer be the output");
      }
      if (!vertices.containsKey(output)) {
        throw faults.corrupt("it has no layer %s, which is an output".formatted(printable(output)));
      }
    }
    checkCycles(inputs, vertices.keySet(), edges);
    checkOrder(inputs, vertices.keySet(), edges);
  }

  private List<String> names(@Nullable List<String> names, String what) {
    if (names == null || names.isEmpty()) {
      throw faults.corrupt("it has no " + what);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name == null || !seen.add(name)) {
        throw faults.corrupt(
            "two of its %s are called %s".formatted(what, printable(String.valueOf(name))));
      }
    }
    return names;
  }

  private void checkVertex(
      String name, @Nullable GraphVertex vertex, Map<String, List<String>> edges) {
    if (vertex == null || !isWhole(vertex)) {
      throw faults.corrupt("layer %s is not described".formatted(printable(name)));
    }
    List<String> inputs = edges.get(name);
    int count = inputs == null ? 0 : inputs.size();
    int most = vertex.maxVertexInputs();
    // Of a single input, vertices that combine any number make nothing else.
    boolean exact = vertex.minVertexInputs() == most && !(vertex instanceof ElementWiseVertex);
    int least = exact ? most : 1;
    if (count < least || (most > 0 && count > most)) {
      throw faults.corrupt(
          "%s has %d inputs, it takes %s"
              .formatted(
                  GraphRefusals.title(graph, name),
                  count,
                  exact ? most : most == Integer.MAX_VALUE ? "at least 1" : "1 to " + most));
    }
  }

  private static boolean isWhole(@Nullable GraphVertex vertex) {
    if (vertex instanceof FrozenVertex frozen) {
      return isWhole(frozen.getUnderlying());
    }
    return vertex instanceof LayerVertex layer
        ? layer.getLayerConf() != null && layer.getLayerConf().getLayer() != null
        : vertex != null;
  }

  private void checkEdges(
      String name,
      @Nullable List<String> from,
      List<String> inputs,
      Map<String, GraphVertex> vertices) {
    if (!vertices.containsKey(name)) {
      throw faults.corrupt(
          "it says the inputs of layer %s, which is not there".formatted(printable(name)));
    }
    if (from == null) {
      throw faults.corrupt("the inputs of layer %s are null".formatted(printable(name)));
    }
    for (String input : from) {
      if (input == null || !(vertices.containsKey(input) || inputs.contains(input))) {
        throw faults.corrupt(
            "%s takes its input from %s, which is not there"
                .formatted(GraphRefusals.title(graph, name), printable(String.valueOf(input))));
      }
    }
  }

  private void checkCycles(
      List<String> inputs, Set<String> vertices, Map<String, List<String>> edges) {
    Map<String, List<String>> takers = new HashMap<>();
    Map<String, Integer> missing = new HashMap<>();
    edges.forEach(
        (name, from) -> {
          missing.put(name, from.size());
          from.forEach(input -> takers.computeIfAbsent(input, k -> new ArrayList<>()).add(name));
        });
    Deque<String> ready = new ArrayDeque<>(inputs);
    Set<String> done = new HashSet<>();
    while (!ready.isEmpty()) {
      String next = ready.remove();
      done.add(next);
      for (String taker : takers.getOrDefault(next, List.of())) {
        if (missing.merge(taker, -1, Integer::sum) == 0) {
          ready.add(taker);
        }
      }
    }
    for (String vertex : vertices) {
      if (!done.contains(vertex)) {
        throw faults.corrupt(
            "%s depends on itself, by a cycle".formatted(GraphRefusals.title(graph, vertex)));
      }
    }
  }

  /** The order that a file brings decides which parameters are whose. */
  private void checkOrder(
      List<String> inputs, Set<String> vertices, Map<String, List<String>> edges) {
    List<String> order = graph.getTopologicalOrderStr();
    int[] numbers = graph.getTopologicalOrder();
    if (order == null || numbers == null) {
      graph.setTopologicalOrderStr(null);
      graph.setTopologicalOrder(null);
      return;
    }
    Set<String> all = new HashSet<>(vertices);
    all.addAll(inputs);
    int[] sorted = Arrays.stream(numbers).sorted().toArray();
    boolean right = order.size() == all.size() && numbers.length == all.size();
    Set<String> before = new HashSet<>();
    for (int i = 0; right && i < order.size(); i++) {
      String name = order.get(i);
      right =
          sorted[i] == i
              && all.contains(name)
              && before.containsAll(edges.getOrDefault(name, List.of()))
              && before.add(name);
    }
    if (!right) {
      throw faults.corrupt("its topologicalOrder does not put every layer after its inputs");
    }
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return Objects.requireNonNullElse(map, Map.of());
  }

  private static String printable(String name) {
    return Text.printable(name);
  }
}
