package org.liegg.tck;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** An engine for functions of dual numbers, one pass for every input. */
final class DualModel implements ModelGradient {

  /** A function of a sample. */
  @FunctionalInterface
  interface Formula {
    Dual[] apply(Dual[] x);
  }

  private final ModelInfo info;
  private final boolean single;
  private final Formula formula;

  /**
   * @param single whether values are in single precision whatever is asked for
   */
  DualModel(int inputs, int outputs, Precision precision, boolean single, Formula formula) {
    this.single = single || precision == Precision.FLOAT;
    this.info =
        new ModelInfo(
            new ModelInfo.Origin("formula", "0".repeat(64), "dual", "1"),
            inputs,
            new ModelInfo.Taken(outputs, "output", "output"),
            precision);
    this.formula = formula;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    int d = info.inputSize();
    int k = info.outputSize();
    double[] values = new double[batch.rows() * k * d];
    double[] responses = new double[batch.rows() * k];
    for (int n = 0; n < batch.rows(); n++) {
      for (int i = 0; i < d; i++) {
        Dual[] f = formula.apply(sample(batch, n, i));
        for (int o = 0; o < k; o++) {
          responses[n * k + o] = rounded(f[o].value());
          values[(n * k + o) * d + i] = rounded(f[o].derivative());
        }
      }
    }
    return new Jacobians(batch.rows(), k, d, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    return jacobians(batch).responseBatch();
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  @Override
  public void close() {}

  private double rounded(double value) {
    return single ? (float) value : value;
  }

  private static Dual[] sample(Batch batch, int n, int along) {
    Dual[] x = new Dual[batch.columns()];
    for (int i = 0; i < x.length; i++) {
      x[i] = new Dual(batch.get(n, i), i == along ? 1 : 0);
    }
    return x;
  }
}
