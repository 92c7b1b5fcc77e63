package org.liegg.benchmarks;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** {@code sin‖x‖ + 0.35 x₀² x₁} in R³, with its exact gradient. */
final class NearlyRadial implements ModelGradient {
  private static final double BROKEN = 0.35;
  private static final int INPUTS = 3;

  NearlyRadial() {}

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin("nearly radial", "0", "exact", "1"),
        INPUTS,
        new ModelInfo.Taken(1, "output", "output"),
        Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    double[] values = new double[batch.rows() * INPUTS];
    for (int n = 0; n < batch.rows(); n++) {
      double r = radius(batch, n);
      for (int i = 0; i < INPUTS; i++) {
        values[n * INPUTS + i] = Math.cos(r) * batch.get(n, i) / r;
      }
      values[n * INPUTS] += 2 * BROKEN * batch.get(n, 0) * batch.get(n, 1);
      values[n * INPUTS + 1] += BROKEN * batch.get(n, 0) * batch.get(n, 0);
    }
    return new Jacobians(batch.rows(), 1, INPUTS, values, outputs(batch).values());
  }

  @Override
  public Batch outputs(Batch batch) {
    double[] values = new double[batch.rows()];
    for (int n = 0; n < values.length; n++) {
      double square = batch.get(n, 0) * batch.get(n, 0);
      values[n] = Math.sin(radius(batch, n)) + BROKEN * square * batch.get(n, 1);
    }
    return new Batch(batch.rows(), 1, values);
  }

  private static double radius(Batch batch, int row) {
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      sum += batch.get(row, i) * batch.get(row, i);
    }
    return Math.sqrt(sum);
  }

  @Override
  public ModelGradient fork() {
    return new NearlyRadial();
  }

  @Override
  public void close() {}
}
