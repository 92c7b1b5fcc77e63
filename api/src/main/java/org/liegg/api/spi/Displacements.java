package org.liegg.api.spi;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;

/**
 * One random direction a sample, over the inputs that vary.
 *
 * @param info where those lie in a sample
 * @param values {@code samples × inputs}, row-major
 */
record Displacements(ModelInfo info, double[] values) {

  /**
   * Directions of the length that the sample's input has, at least {@code least}; of length 1 where
   * it is 0.
   */
  static Displacements random(Batch samples, ModelInfo info, double least, long seed) {
    Random random = new Random(seed);
    int d = info.inputSize();
    double[] values = new double[samples.rows() * d];
    for (int n = 0; n < samples.rows(); n++) {
      double input = 0;
      double direction = 0;
      for (int i = 0; i < d; i++) {
        double x = samples.get(n, info.inputFrom() + i);
        double u = random.nextGaussian();
        values[n * d + i] = u;
        input += x * x;
        direction += u * u;
      }
      double length = input == 0 ? 1 : Math.max(least, Math.sqrt(input));
      double scale = length / Math.max(Double.MIN_NORMAL, Math.sqrt(direction));
      for (int i = 0; i < d; i++) {
        values[n * d + i] *= scale;
      }
    }
    return new Displacements(info, values);
  }

  /** The samples, each moved by {@code step} times its direction. */
  Batch applied(Batch samples, double step) {
    double[] moved = samples.values().clone();
    int d = info.inputSize();
    for (int n = 0; n < samples.rows(); n++) {
      for (int i = 0; i < d; i++) {
        moved[n * samples.columns() + info.inputFrom() + i] += step * values[n * d + i];
      }
    }
    return new Batch(samples.rows(), samples.columns(), moved);
  }
}
