package org.liegg.data.scaling;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.data.Standardization;

/**
 * How a model's inputs are made of samples: (x − mean)/std for some of the values of a sample.
 *
 * @param standards mean and spread
 * @param from the first of these values, counted from 0
 */
public record InputScaling(Standardization standards, int from) {

  /** The inputs, {@code samples × sampleSize}. */
  public Batch applied(Batch samples) {
    int width = samples.columns();
    double[] values = samples.values().clone();
    for (int n = 0; n < samples.rows(); n++) {
      for (int i = 0; i < standards.size(); i++) {
        int at = n * width + from + i;
        values[at] = (values[at] - standards.mean(i)) / standards.scale(i);
      }
    }
    return new Batch(samples.rows(), width, values);
  }

  /**
   * The derivatives by the samples, J/std, of those by the inputs.
   *
   * @param first the value of a sample that the first column of J belongs to
   */
  public Jacobians applied(Jacobians byInputs, int first) {
    int d = byInputs.inputs();
    double[] values = byInputs.values().clone();
    for (int row = 0; row < byInputs.samples() * byInputs.outputs(); row++) {
      for (int i = 0; i < d; i++) {
        int standard = first + i - from;
        if (standard >= 0 && standard < standards.size()) {
          values[row * d + i] /= standards.scale(standard);
        }
      }
    }
    return new Jacobians(byInputs.samples(), byInputs.outputs(), d, values, byInputs.responses());
  }
}
