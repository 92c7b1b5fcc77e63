package org.liegg.benchmarks;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * {@code F_o(x) = sin((o+1)‖x‖²/d)}, o from 0 to k − 1, with its exact Jacobian: a model that takes
 * no memory of its own.
 *
 * @param inputs d
 * @param outputCount k
 */
record RadialOutputs(int inputs, int outputCount) implements ModelGradient {

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin("radial", "0", "exact", "1"),
        inputs,
        new ModelInfo.Taken(outputCount, "output", "output"),
        Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    double[] values = new double[batch.rows() * outputCount * inputs];
    for (int n = 0; n < batch.rows(); n++) {
      double phase = square(batch, n) / inputs;
      for (int o = 0; o < outputCount; o++) {
        double slope = (o + 1) * Math.cos((o + 1) * phase) * 2 / inputs;
        for (int i = 0; i < inputs; i++) {
          values[(n * outputCount + o) * inputs + i] = slope * batch.get(n, i);
        }
      }
    }
    return new Jacobians(batch.rows(), outputCount, inputs, values, outputs(batch).values());
  }

  @Override
  public Batch outputs(Batch batch) {
    double[] values = new double[batch.rows() * outputCount];
    for (int n = 0; n < batch.rows(); n++) {
      double phase = square(batch, n) / inputs;
      for (int o = 0; o < outputCount; o++) {
        values[n * outputCount + o] = Math.sin((o + 1) * phase);
      }
    }
    return new Batch(batch.rows(), outputCount, values);
  }

  private static double square(Batch batch, int row) {
    double sum = 0;
    for (int i = 0; i < batch.columns(); i++) {
      sum += batch.get(row, i) * batch.get(row, i);
    }
    return sum;
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  /** There is nothing to release. */
  @Override
  public void close() {}
}
