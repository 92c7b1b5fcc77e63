package org.liegg.engine.dl4j.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Finds how large samples are: what the user says, what the network says, what the data look like,
 * in this order.
 */
record InputShapes(ComputationGraphConfiguration graph, ModelOptions options, ModelFaults faults) {
  private static final int DEEPEST = 64;

  /**
   * The shape of one sample of an input, without the axis of samples.
   *
   * @throws org.liegg.api.ModelException if nobody says it, or what is said does not fit
   */
  List<Integer> of(String input) {
    InputShape own = said(input, 0, new HashMap<>());
    Optional<List<Integer>> user = named(options.shapes(), input);
    if (user.isPresent()) {
      return own.adapted(user.get())
          .orElseThrow(
              () ->
                  faults.inputShape(
                      "its input '%s' takes %s, not %s"
                          .formatted(
                              Text.printable(input),
                              own.expectation(),
                              InputShape.text(user.get())),
                      "give another --input-shape",
                      null));
    }
    if (own.fixed().isPresent()) {
      return own.fixed().get();
    }
    return named(options.dataShapes(), input)
        .flatMap(own::adapted)
        .orElseThrow(
            () ->
                faults.inputShape(
                    "it does not say how large samples of its input '%s' are; it takes %s"
                        .formatted(Text.printable(input), own.expectation()),
                    "give --input-shape, without the axis of samples",
                    null));
  }

  /** The shape, where somebody says it. */
  Optional<List<Integer>> find(String input) {
    InputShape own = said(input, 0, new HashMap<>());
    return named(options.shapes(), input)
        .flatMap(own::adapted)
        .or(own::fixed)
        .or(() -> named(options.dataShapes(), input).flatMap(own::adapted));
  }

  private Optional<List<Integer>> named(Map<String, List<Integer>> shapes, String input) {
    Optional<List<Integer>> shape = Optional.ofNullable(shapes.get(input));
    if (shape.isPresent() || graph.getNetworkInputs().size() > 1) {
      return shape;
    }
    return Optional.ofNullable(shapes.get(ModelOptions.ANY_INPUT))
        .or(() -> Optional.ofNullable(shapes.get(ModelInfo.ONLY_INPUT)));
  }

  /** What the vertices that take this value tell about its shape. */
  private InputShape said(String value, int depth, Map<String, InputShape> known) {
    InputShape before = known.get(value);
    if (before == null) {
      // Branches meet again: without a memory there would be exponentially many ways.
      before = find(value, depth, known);
      known.put(value, before);
    }
    return before;
  }

  private InputShape find(String value, int depth, Map<String, InputShape> known) {
    InputShape best = InputShape.UNKNOWN;
    for (Map.Entry<String, List<String>> entry : graph.getVertexInputs().entrySet()) {
      GraphVertex vertex = graph.getVertices().get(entry.getKey());
      if (!entry.getValue().contains(value) || vertex == null || depth > DEEPEST) {
        continue;
      }
      InputShape shape = InputShape.UNKNOWN;
      if (vertex instanceof LayerVertex layer) {
        shape = LayerShapes.input(layer);
      }
      if (shape.rank() == 0 && keepsShape(vertex)) {
        shape = said(entry.getKey(), depth + 1, known);
      }
      if (shape.rank() == 0 && vertex instanceof LayerVertex layer) {
        shape = LayerShapes.inputByWidth(layer);
      }
      if (shape.fixed().isPresent()) {
        return shape;
      }
      best = best.rank() == 0 ? shape : best;
    }
    return best;
  }

  private static boolean keepsShape(GraphVertex vertex) {
    if (!(vertex instanceof LayerVertex layer)) {
      return vertex instanceof ElementWiseVertex
          || vertex instanceof ScaleVertex
          || vertex instanceof ShiftVertex;
    }
    Layer conf = layer.getLayerConf().getLayer();
    return layer.getPreProcessor() == null
        && (conf instanceof ActivationLayer
            || conf instanceof DropoutLayer
            || conf instanceof BatchNormalization
            || conf instanceof LocalResponseNormalization);
  }
}
