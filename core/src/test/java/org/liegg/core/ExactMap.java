package org.liegg.core;

import java.util.function.UnaryOperator;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;

/**
 * A function with values and exact Jacobian, in the clothes of a model.
 *
 * @param sampleSize values of a sample, of which {@code inputs} from {@code inputFrom} on vary
 * @param values F, of a whole sample
 * @param jacobian by the inputs that vary, row-major
 */
public record ExactMap(
    int sampleSize,
    int inputFrom,
    int inputs,
    int outputs,
    Precision precision,
    UnaryOperator<double[]> values,
    UnaryOperator<double[]> jacobian)
    implements ModelGradient {

  public static ExactMap of(
      int inputs, int outputs, UnaryOperator<double[]> values, UnaryOperator<double[]> jacobian) {
    return new ExactMap(inputs, 0, inputs, outputs, Precision.DOUBLE, values, jacobian);
  }

  /** ‖x‖²/2. */
  public static ExactMap sphere(int inputs) {
    return of(inputs, 1, x -> new double[] {square(x, 0) / 2}, double[]::clone);
  }

  public static double square(double[] x, int from) {
    double sum = 0;
    for (int i = from; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin("exact", "0", "exact", "1"),
        inputs,
        new ModelInfo.Taken(outputs, "output", "output"),
        precision,
        new ModelInfo.Varying("input", sampleSize, inputFrom),
        SelfCheck.skipped());
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return new Jacobians(
        batch.rows(),
        outputs,
        inputs,
        each(batch, jacobian, outputs * inputs),
        outputs(batch).values());
  }

  @Override
  public Batch outputs(Batch batch) {
    return new Batch(batch.rows(), outputs, each(batch, values, outputs));
  }

  private static double[] each(Batch batch, UnaryOperator<double[]> of, int width) {
    double[] all = new double[batch.rows() * width];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(of.apply(batch.slice(n, n + 1).values()), 0, all, n * width, width);
    }
    return all;
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  @Override
  public void close() {}
}
