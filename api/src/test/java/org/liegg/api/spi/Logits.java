package org.liegg.api.spi;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;

/** Logits for heads to be put on. */
final class Logits {

  private Logits() {}

  static FunctionModel smooth() {
    return new FunctionModel(3, 2, Functions::smooth, Functions::smoothDerivative);
  }

  /** z(x) = x. */
  static FunctionModel identity(int size) {
    return scaled(size, 1);
  }

  /** z(x) = x, said to rise by another factor. */
  static FunctionModel scaled(int size, double slope) {
    double[] derivative = new double[size * size];
    for (int i = 0; i < size; i++) {
      derivative[i * size + i] = slope;
    }
    return new FunctionModel(size, size, x -> x, x -> derivative);
  }

  /** A head and its derivatives by the logits, at these logits. */
  static Jacobians at(Head head, double... z) {
    return HeadedGradient.of(identity(z.length), head).jacobians(new Batch(1, z.length, z));
  }

  /** The samples with one feature moved. */
  static Batch moved(Batch batch, int column, double by) {
    double[] values = batch.values().clone();
    for (int row = 0; row < batch.rows(); row++) {
      values[row * batch.columns() + column] += by;
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  /** The same numbers times a factor. */
  static double[] times(double factor, double... values) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }
}
