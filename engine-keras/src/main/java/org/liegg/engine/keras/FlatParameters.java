package org.liegg.engine.keras;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.liegg.engine.keras.read.Weight;

/**
 * Parameters of layers in the order in which Deeplearning4j keeps them: one after the other, a
 * matrix column by column.
 */
final class FlatParameters {
  private static final List<String> ORDER = List.of("W", "RW", "b", "gamma", "beta", "mean", "var");

  /** Convolutions have their bias before their weights. */
  private static final List<String> CONVOLUTION = List.of("b", "W");

  private FlatParameters() {}

  /**
   * Those of one layer.
   *
   * @param layer what became of the node, with all its sizes
   */
  static double[] of(Plan.Node node, Layer layer) {
    Map<String, Weight> parameters = ((Step.OfLayer) node.step()).parameters();
    List<String> names = layer.initializer().paramKeys(layer);
    if (!parameters.keySet().equals(Set.copyOf(names))) {
      throw new IllegalStateException(
          "%s has %s, not %s".formatted(node.layer().label(), names, parameters.keySet()));
    }
    double[] flat =
        joined(
            (layer instanceof ConvolutionLayer ? CONVOLUTION : ORDER)
                .stream()
                    .filter(parameters::containsKey)
                    .map(name -> byColumns(Objects.requireNonNull(parameters.get(name))))
                    .toList());
    long expected = layer.initializer().numParams(layer);
    if (flat.length != expected) {
      throw new IllegalStateException(
          "%s has %d parameters, not %d".formatted(node.layer().label(), expected, flat.length));
    }
    return flat;
  }

  /** One after the other. */
  static double[] joined(List<double[]> parts) {
    double[] all = new double[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static double[] byColumns(Weight weight) {
    double[] values = weight.doubles();
    int[] shape = weight.shape();
    if (shape.length != 2) {
      return values;
    }
    double[] transposed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      transposed[i % shape[1] * shape[0] + i / shape[1]] = values[i];
    }
    return transposed;
  }
}
