package org.liegg.core;

import java.util.function.BiConsumer;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** A scalar function with its exact gradient, in the clothes of a model. */
public final class ExactModel implements ModelGradient {
  private final int inputs;
  private final BiConsumer<double[], double[]> gradient;

  /**
   * @param gradient reads x from the first array and writes ∇F into the second
   */
  public ExactModel(int inputs, BiConsumer<double[], double[]> gradient) {
    this.inputs = inputs;
    this.gradient = gradient;
  }

  /** sin‖a‖ − ‖b‖³/2 + a·b/(‖a‖‖b‖), a, b ∈ R⁵, plus {@code broken · a₁b₂}. */
  public static ExactModel o5(double broken) {
    return new ExactModel(
        10,
        (x, g) -> {
          double aa = 0;
          double bb = 0;
          double ab = 0;
          for (int i = 0; i < 5; i++) {
            aa += x[i] * x[i];
            bb += x[5 + i] * x[5 + i];
            ab += x[i] * x[5 + i];
          }
          double a = Math.sqrt(aa);
          double b = Math.sqrt(bb);
          for (int i = 0; i < 5; i++) {
            g[i] = Math.cos(a) * x[i] / a + x[5 + i] / (a * b) - ab * x[i] / (a * a * a * b);
            g[5 + i] = -1.5 * b * x[5 + i] + x[i] / (a * b) - ab * x[5 + i] / (a * b * b * b);
          }
          g[0] += broken * x[6];
          g[6] += broken * x[0];
        });
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin("exact", "0", "exact", "1"),
        inputs,
        new ModelInfo.Taken(1, "output", "output"),
        Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    double[] values = new double[batch.rows() * inputs];
    double[] x = new double[inputs];
    double[] g = new double[inputs];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * inputs, x, 0, inputs);
      gradient.accept(x, g);
      System.arraycopy(g, 0, values, n * inputs, inputs);
    }
    return new Jacobians(batch.rows(), 1, inputs, values, new double[batch.rows()]);
  }

  @Override
  public Batch outputs(Batch batch) {
    return new Batch(batch.rows(), 1, new double[batch.rows()]);
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  @Override
  public void close() {}
}
