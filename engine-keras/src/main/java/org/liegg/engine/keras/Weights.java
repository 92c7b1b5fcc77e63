package org.liegg.engine.keras;

import java.util.Arrays;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The weights of one layer as arrays of Deeplearning4j. */
final class Weights {
  private final LayerWeights weights;

  Weights(LayerWeights weights) {
    this.weights = weights;
  }

  /**
   * A copy of a weight, outside the heap.
   *
   * @throws org.liegg.api.ModelException if it is missing or of another shape
   */
  INDArray take(String name, long... shape) {
    return array(weights.take(name, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray()));
  }

  private static INDArray array(Weight weight) {
    long[] lengths = Arrays.stream(weight.shape()).asLongStream().toArray();
    return weight.isDouble()
        ? Nd4j.create(weight.doubles(), lengths, 'c').castTo(DataType.DOUBLE)
        : Nd4j.create(weight.floats(), lengths, 'c');
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
