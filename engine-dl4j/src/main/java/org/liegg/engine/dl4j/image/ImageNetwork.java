package org.liegg.engine.dl4j.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.engine.dl4j.flow.Flow;
import org.liegg.engine.dl4j.flow.FlowKernels;
import org.liegg.engine.dl4j.session.JacobianKernel;

/** A network, up to one of its vertices, all of whose layers are known here. */
public final class ImageNetwork {
  private final Flow flow;
  private final Map<String, List<Integer>> shapes;

  private ImageNetwork(Flow flow, Map<String, List<Integer>> shapes) {
    this.flow = flow;
    this.shapes = shapes;
  }

  /** Whether all vertices of a graph are of classes that are known. */
  public static boolean isKnown(ComputationGraphConfiguration graph) {
    return graph.getVertices().values().stream().allMatch(VertexTranslation::isKnown);
  }

  /**
   * The network; empty if a vertex that the output depends on is not known, or does not fit what
   * comes before it.
   *
   * @param graph its configuration, prepared for inference
   * @param parameters of the whole graph, of the length that it takes
   * @param inputs all that a sample is made of
   * @param output the vertex whose value is the output
   */
  public static Optional<ImageNetwork> of(
      ComputationGraphConfiguration graph,
      double[] parameters,
      List<ImageInput> inputs,
      String output) {
    try {
      return Optional.of(read(graph, parameters, inputs, output));
    } catch (RuntimeException e) {
      // A configuration from a file may leave out anything; what is wrong with it, the vertices
      // say.
      return Optional.empty();
    }
  }

  private static ImageNetwork read(
      ComputationGraphConfiguration graph,
      double[] parameters,
      List<ImageInput> inputs,
      String output) {
    FlowWriter flow = new FlowWriter(inputs);
    VertexTranslation vertices = new VertexTranslation(flow);
    Map<String, Signal> signals = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      signals.put(inputs.get(i).name(), new Signal(i, inputs.get(i).shape(), false));
    }
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    Set<String> needed = needed(graph, output);
    int from = 0;
    for (String name : VertexOrder.of(graph)) {
      GraphVertex vertex = Objects.requireNonNull(graph.getVertices().get(name));
      int count = (int) Math.max(0, vertex.numParams(true));
      if (needed.contains(name)) {
        List<Signal> before =
            graph.getVertexInputs().getOrDefault(name, List.of()).stream()
                .map(input -> Objects.requireNonNull(signals.get(input)))
                .toList();
        Signal signal = vertices.read(vertex, new Weights(parameters, from, count), before);
        signals.put(name, signal);
        shapes.put(name, signal.shape());
      }
      from += count;
    }
    Signal last = Objects.requireNonNull(signals.get(output));
    return new ImageNetwork(flow.finished(last), shapes);
  }

  private static Set<String> needed(ComputationGraphConfiguration graph, String output) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(output));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (seen.add(next)) {
        open.addAll(graph.getVertexInputs().getOrDefault(next, List.of()));
      }
    }
    return seen;
  }

  /** Shapes of the vertices that the output depends on, without the axis of samples. */
  public Map<String, List<Integer>> shapes() {
    return shapes;
  }

  /** A kernel in this arithmetic. */
  public JacobianKernel kernel(Precision precision) {
    return FlowKernels.of(flow, precision, NativeBlas.ofProcess());
  }
}
