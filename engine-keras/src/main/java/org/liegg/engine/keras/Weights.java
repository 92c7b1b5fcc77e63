package org.liegg.engine.keras;

import java.util.Arrays;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** The weights of one layer, as its translation takes them. */
final class Weights {
  private final LayerWeights weights;

  Weights(LayerWeights weights) {
    this.weights = weights;
  }

  /**
   * A weight.
   *
   * @throws org.liegg.api.ModelException if it is missing or of another shape
   */
  Weight take(String name, int... shape) {
    return weights.take(name, shape);
  }

  /** A vector that a layer of Keras leaves out and one of Deeplearning4j has. */
  static Weight constant(String name, int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return new Weight(name, new int[] {length}, values);
  }

  /** Leaves a weight unread, if it is there. */
  void ignore(String name) {
    weights.ignore(name);
  }

  /** Refuses weights that nobody has taken. */
  void requireAllTaken() {
    weights.requireAllTaken();
  }
}
