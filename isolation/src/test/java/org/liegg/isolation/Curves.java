package org.liegg.isolation;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/** F_o(x) = sin(a_o·x) + (b_o·x)² for two outputs and three inputs, its derivative written down. */
class Curves implements ModelGradient {
  static final int OUTPUTS = 2;
  static final int INPUTS = 3;

  private static final double[][] A = {{0.3, -0.7, 0.2}, {-0.4, 0.1, 0.9}};
  private static final double[][] B = {{0.5, 0.25, -0.125}, {0.75, -0.5, 0.375}};

  private final Precision precision;
  private final SampleChecks checks;
  private boolean closed;

  Curves(Precision precision) {
    this.precision = precision;
    checks = new SampleChecks(description());
  }

  private ModelInfo description() {
    return new ModelInfo(
        new ModelInfo.Origin("curves", "0".repeat(64), TrickEngine.NAME, "1"),
        INPUTS,
        new ModelInfo.Taken(OUTPUTS, "output", "output"),
        precision,
        new ModelInfo.Varying("input", INPUTS, 0),
        SelfCheck.passed(7, 1e-9));
  }

  @Override
  public ModelInfo info() {
    checks.requireOpen(closed);
    return description();
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    double[] values = checks.newJacobians(batch);
    double[] responses = checks.newResponses(batch);
    for (int n = 0; n < batch.rows(); n++) {
      for (int o = 0; o < OUTPUTS; o++) {
        double a = dot(A[o], batch, n);
        double b = dot(B[o], batch, n);
        responses[n * OUTPUTS + o] = rounded(Math.sin(a) + b * b);
        for (int i = 0; i < INPUTS; i++) {
          values[(n * OUTPUTS + o) * INPUTS + i] = rounded(Math.cos(a) * A[o][i] + 2 * b * B[o][i]);
        }
      }
    }
    return checks.jacobians(batch, values, responses);
  }

  private static double dot(double[] a, Batch batch, int row) {
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      sum += a[i] * batch.get(row, i);
    }
    return sum;
  }

  private double rounded(double value) {
    return precision == Precision.FLOAT ? (float) value : value;
  }

  @Override
  public Batch outputs(Batch batch) {
    return jacobians(batch).responseBatch();
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new Curves(precision);
  }

  @Override
  public void close() {
    closed = true;
  }
}
