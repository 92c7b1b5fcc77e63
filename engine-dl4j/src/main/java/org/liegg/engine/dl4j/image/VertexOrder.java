package org.liegg.engine.dl4j.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * The order in which Deeplearning4j goes through a graph and keeps its parameters: as the
 * configuration says, or else each vertex after its inputs, those that become ready together in the
 * order of a hash set of their numbers.
 */
public final class VertexOrder {

  private VertexOrder() {}

  /** The names of all vertices, without those of the inputs. */
  public static List<String> of(ComputationGraphConfiguration graph) {
    List<String> said = graph.getTopologicalOrderStr();
    List<String> order = said == null || graph.getTopologicalOrder() == null ? sorted(graph) : said;
    return order.stream().filter(name -> graph.getVertices().containsKey(name)).toList();
  }

  private static List<String> sorted(ComputationGraphConfiguration graph) {
    List<String> names = new ArrayList<>(graph.getNetworkInputs());
    names.addAll(graph.getVertices().keySet());
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    List<Set<Integer>> before = new ArrayList<>();
    List<Set<Integer>> after = new ArrayList<>();
    names.forEach(
        name -> {
          before.add(new HashSet<>());
          after.add(new HashSet<>());
        });
    graph
        .getVertices()
        .keySet()
        .forEach(
            name -> {
              int vertex = number(numbers, name);
              for (String input : graph.getVertexInputs().getOrDefault(name, List.of())) {
                before.get(vertex).add(number(numbers, input));
                after.get(number(numbers, input)).add(vertex);
              }
            });
    return sorted(names, before, after);
  }

  private static List<String> sorted(
      List<String> names, List<Set<Integer>> before, List<Set<Integer>> after) {
    Deque<Integer> ready = new ArrayDeque<>();
    for (int vertex = 0; vertex < names.size(); vertex++) {
      if (before.get(vertex).isEmpty()) {
        ready.add(vertex);
      }
    }
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Integer next = ready.removeFirst();
      order.add(names.get(next));
      for (Integer vertex : after.get(next)) {
        before.get(vertex).remove(next);
        if (before.get(vertex).isEmpty()) {
          ready.add(vertex);
        }
      }
    }
    return order;
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return Objects.requireNonNull(numbers.get(name));
  }
}
