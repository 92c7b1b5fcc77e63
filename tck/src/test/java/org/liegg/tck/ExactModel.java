package org.liegg.tck;

import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;

/**
 * F_o(x) = sin(a_o·x + φ_o) + (b_o·x)² for two outputs and three inputs that vary, with its
 * derivative written down; φ = 0 here. A right engine, and the base of wrong ones.
 */
class ExactModel implements ModelGradient {
  static final int OUTPUTS = 2;
  static final int INPUTS = 3;

  private static final double[][] A = {{0.3, -0.7, 0.2}, {-0.4, 0.1, 0.9}};
  private static final double[][] B = {{0.5, 0.25, -0.125}, {0.75, -0.5, 0.375}};

  private final Precision precision;
  private final Function<Precision, ExactModel> again;
  private boolean closed;

  ExactModel(Precision precision) {
    this(precision, ExactModel::new);
  }

  /**
   * @param again makes forks
   */
  ExactModel(Precision precision, Function<Precision, ExactModel> again) {
    this.precision = precision;
    this.again = again;
  }

  @Override
  public ModelInfo info() {
    requireOpen();
    return new ModelInfo(
        new ModelInfo.Origin("exact", "0".repeat(64), "exact", "1"),
        INPUTS,
        new ModelInfo.Taken(OUTPUTS, "output", "output"),
        precision,
        new ModelInfo.Varying("input", sampleSize(), inputFrom()),
        SelfCheck.skipped());
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    requireUsable(batch);
    double[] values = new double[batch.rows() * OUTPUTS * INPUTS];
    double[] responses = new double[batch.rows() * OUTPUTS];
    for (int n = 0; n < batch.rows(); n++) {
      for (int o = 0; o < OUTPUTS; o++) {
        double a = dot(A[o], batch, n) + phase(batch, n, o);
        double b = dot(B[o], batch, n);
        responses[n * OUTPUTS + o] = rounded(Math.sin(a) + b * b);
        for (int i = 0; i < INPUTS; i++) {
          values[(n * OUTPUTS + o) * INPUTS + i] = rounded(Math.cos(a) * A[o][i] + 2 * b * B[o][i]);
        }
      }
    }
    return new Jacobians(batch.rows(), OUTPUTS, INPUTS, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    return jacobians(batch).responseBatch();
  }

  @Override
  public ModelGradient fork() {
    requireOpen();
    return again.apply(precision);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Session and samples are fit for use. */
  void requireUsable(Batch batch) {
    requireOpen();
    requireWidth(batch);
    requireFinite(batch);
  }

  void requireWidth(Batch batch) {
    if (batch.columns() != sampleSize()) {
      throw new ModelException(
          "LIEGG-MODEL-INPUT-SIZE", "exact", batch.columns() + " and not " + sampleSize(), "fix");
    }
  }

  void requireFinite(Batch batch) {
    for (int i = 0; i < batch.values().length; i++) {
      if (!Double.isFinite(batch.values()[i])) {
        throw new ModelException(
            "LIEGG-MODEL-NONFINITE", "exact", "sample " + i / batch.columns(), "fix it");
      }
    }
  }

  /** Values of a sample. */
  int sampleSize() {
    return INPUTS;
  }

  /** Where in a sample the inputs that vary begin, as the model says. */
  int inputFrom() {
    return 0;
  }

  /** Where they really begin. */
  int trueInputFrom() {
    return inputFrom();
  }

  /** φ of a sample: what its other inputs add. */
  double phase(Batch batch, int sample, int output) {
    return 0;
  }

  /** What is left of a value in the model's arithmetic. */
  double rounded(double value) {
    return precision == Precision.FLOAT ? (float) value : value;
  }

  final void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private double dot(double[] a, Batch batch, int row) {
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      sum += a[i] * batch.get(row, trueInputFrom() + i);
    }
    return sum;
  }
}
