package org.liegg.engine.keras;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.liegg.engine.keras.read.Weight;

/** What becomes of a Keras layer in Deeplearning4j. */
sealed interface Step {

  /** The shape of its output, one sample, in Keras's order of axes. */
  List<Integer> shape();

  /** Nothing: it does nothing at inference. */
  record Nothing(List<Integer> shape) implements Step {}

  /**
   * A layer.
   *
   * @param layer its configuration, without a name
   * @param before what brings its input into another shape first
   * @param parameters by Deeplearning4j's names, matrices as Keras has them
   */
  record OfLayer(
      Layer layer,
      Optional<InputPreProcessor> before,
      Map<String, Weight> parameters,
      List<Integer> shape)
      implements Step {

    /** A layer without parameters. */
    OfLayer(Layer layer, List<Integer> shape) {
      this(layer, Optional.empty(), Map.of(), shape);
    }

    /** The same, on an input brought into another shape first. */
    OfLayer after(InputPreProcessor reshaped) {
      return new OfLayer(layer, Optional.of(reshaped), parameters, shape);
    }

    /** A layer with parameters. */
    OfLayer(Layer layer, Map<String, Weight> parameters, List<Integer> shape) {
      this(layer, Optional.empty(), parameters, shape);
    }
  }

  /** Layers, one after the other. */
  record OfLayers(List<OfLayer> layers, List<Integer> shape) implements Step {

    /** Copies the list. */
    public OfLayers {
      layers = List.copyOf(layers);
    }
  }

  /** Something that has several inputs. */
  record OfVertex(GraphVertex vertex, List<Integer> shape) implements Step {}
}
