package org.liegg.tck;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;

/** Central differences of a model's outputs. */
final class Differences {

  /** Near the cube root of the rounding error. */
  private static final double STEP = 0x1p-17;

  private Differences() {}

  /** (F(x + h e_i) − F(x − h e_i)) / 2h for every input i that varies. */
  static Jacobians of(ModelGradient model, Batch batch) {
    ModelInfo info = model.info();
    int inputs = info.inputSize();
    int rows = batch.rows() * info.outputSize();
    double[] differences = new double[rows * inputs];
    for (int i = 0; i < inputs; i++) {
      Batch ahead = model.outputs(shifted(batch, info.inputFrom() + i, STEP));
      Batch behind = model.outputs(shifted(batch, info.inputFrom() + i, -STEP));
      for (int row = 0; row < rows; row++) {
        differences[row * inputs + i] = (ahead.values()[row] - behind.values()[row]) / (2 * STEP);
      }
    }
    return new Jacobians(
        batch.rows(), info.outputSize(), inputs, differences, model.outputs(batch).values());
  }

  /** All samples with one feature moved. */
  private static Batch shifted(Batch batch, int column, double by) {
    double[] values = batch.values().clone();
    for (int row = 0; row < batch.rows(); row++) {
      values[row * batch.columns() + column] += by;
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }
}
