package org.liegg.tck;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;

/** F_o(x) = Σ_i w_oi x_i with weights that depend on the name of the output. */
record ListedModel(ModelInfo info) implements ModelGradient {

  @Override
  public Jacobians jacobians(Batch batch) {
    int d = info.inputSize();
    int k = info.outputSize();
    double[] values = new double[batch.rows() * k * d];
    Arrays.setAll(values, i -> weight(i / d % k, info.inputFrom() + i % d));
    return new Jacobians(batch.rows(), k, d, values, outputs(batch).values());
  }

  @Override
  public Batch outputs(Batch batch) {
    int k = info.outputSize();
    double[] values = new double[batch.rows() * k];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < batch.columns(); i++) {
        values[row] += weight(row % k, i) * batch.get(row / k, i);
      }
    }
    return new Batch(batch.rows(), k, values);
  }

  @Override
  public ModelGradient fork() {
    return new ListedModel(info);
  }

  @Override
  public void close() {}

  private double weight(int output, int input) {
    return Math.sin(info.output().hashCode() + 3.0 * output + input);
  }
}
