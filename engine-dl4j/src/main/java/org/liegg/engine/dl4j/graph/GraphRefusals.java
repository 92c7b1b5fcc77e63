package org.liegg.engine.dl4j.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffOutputLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.PortNames;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.linalg.activations.impl.ActivationRReLU;

/** Names the layers of which it is known that they cannot be differentiated rightly. */
record GraphRefusals(ComputationGraphConfiguration graph, ModelFaults faults) {
  /**
   * Looks at what lies between the inputs that vary and the output.
   *
   * @throws org.liegg.api.ModelException naming the first layer that is in the way
   */
  void check(String output, Set<String> varying) {
    Set<String> before = ancestors(graph, output);
    if (varying.stream().noneMatch(before::contains)) {
      throw faults.input(
          "'%s' does not depend on its input %s"
              .formatted(
                  Text.printable(output), PortNames.list(varying.stream().sorted().toList())),
          "take another input or another output");
    }
    Set<String> after = descendants(varying);
    before.stream().filter(after::contains).forEach(this::check);
  }

  /** The vertices that depend on any of these, themselves included. */
  private Set<String> descendants(Set<String> vertices) {
    Map<String, List<String>> takers = new HashMap<>();
    graph
        .getVertexInputs()
        .forEach(
            (name, from) ->
                from.forEach(
                    input -> takers.computeIfAbsent(input, key -> new ArrayList<>()).add(name)));
    return reached(takers, vertices);
  }

  private void check(String vertex) {
    Optional<Layer> layer = layer(vertex);
    if (layer.isEmpty()) {
      return;
    }
    String title = title(graph, vertex);
    Layer inner = unwrapped(layer.get());
    if (takesIndices(inner)) {
      throw faults.unsupported(
          title + " is not differentiable in its input, which selects by number",
          "let another input vary, which --input chooses");
    }
    if (isRandomRectifier(inner)) {
      throw faults.unsupported(
          title + " has the activation RReLU, which Deeplearning4j makes jump at 0 at inference",
          "use a leaky rectifier, or take a layer before it with --output");
    }
    if (inner instanceof Yolo2OutputLayer
        || inner instanceof OCNNOutputLayer
        || inner instanceof SameDiffOutputLayer) {
      throw faults.unsupported(
          title + " has a backward pass for its own loss only",
          "take the layer before it with --output");
    }
    if (inner instanceof BatchNormalization norm
        && norm.isLockGammaBeta()
        && norm.getGamma() != 1
        && norm.getBeta() == 0) {
      throw faults.unsupported(
          title
              + " has a fixed gamma of %s and a beta of 0, which Deeplearning4j applies in some cases only"
                  .formatted(norm.getGamma()),
          "let gamma be learned, or put it into the next layer's weights");
    }
  }

  /** Whether an input of the graph selects by number, as the indices of words do. */
  boolean isIndex(String input) {
    return graph.getVertexInputs().entrySet().stream()
        .filter(entry -> entry.getValue().contains(input))
        .map(entry -> layer(entry.getKey()))
        .flatMap(Optional::stream)
        .anyMatch(layer -> takesIndices(unwrapped(layer)));
  }

  private static boolean isRandomRectifier(Layer layer) {
    if (layer instanceof BaseLayer base) {
      return base.getActivationFn() instanceof ActivationRReLU;
    }
    return layer instanceof ActivationLayer only
        && only.getActivationFn() instanceof ActivationRReLU;
  }

  private static boolean takesIndices(Layer layer) {
    return layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer;
  }

  private Optional<Layer> layer(String vertex) {
    return graph.getVertices().get(vertex) instanceof LayerVertex layer
        ? Optional.of(layer.getLayerConf().getLayer())
        : Optional.empty();
  }

  private static Layer unwrapped(Layer layer) {
    return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
  }

  /** The vertices and inputs that a vertex depends on, itself included. */
  static Set<String> ancestors(ComputationGraphConfiguration graph, String vertex) {
    return reached(graph.getVertexInputs(), List.of(vertex));
  }

  private static Set<String> reached(Map<String, List<String>> edges, Collection<String> from) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (seen.add(next)) {
        open.addAll(edges.getOrDefault(next, List.of()));
      }
    }
    return seen;
  }

  /** How messages call a vertex. */
  static String title(ComputationGraphConfiguration graph, String vertex) {
    GraphVertex conf = graph.getVertices().get(vertex);
    Object kind = conf instanceof LayerVertex layer ? layer.getLayerConf().getLayer() : conf;
    return "layer %s (%s)"
        .formatted(
            Text.printable(vertex), kind == null ? "input" : kind.getClass().getSimpleName());
  }
}
