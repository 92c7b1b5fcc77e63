package org.liegg.core.slices;

import org.liegg.api.Batch;

/**
 * Samples in units of the spread of each column, from its mean. A column that does not vary is 0.
 *
 * @param rows {@code samples × columns}
 */
public record Scaled(Batch rows) {

  /** Scales. */
  public static Scaled of(Batch samples) {
    int d = samples.columns();
    double[] mean = new double[d];
    double[] squares = new double[d];
    for (int n = 0; n < samples.rows(); n++) {
      for (int i = 0; i < d; i++) {
        double rest = samples.get(n, i) - mean[i];
        mean[i] += rest / (n + 1);
        squares[i] += rest * (samples.get(n, i) - mean[i]);
      }
    }
    double[] scaled = new double[samples.values().length];
    for (int at = 0; at < scaled.length; at++) {
      int i = at % d;
      double spread = Math.sqrt(squares[i] / samples.rows());
      scaled[at] = spread > 0 ? (samples.values()[at] - mean[i]) / spread : 0;
    }
    return new Scaled(new Batch(samples.rows(), d, scaled));
  }

  /** How far every sample is from the mean, as a root of the mean square over columns. */
  public double[] distances() {
    double[] distances = new double[rows.rows()];
    for (int n = 0; n < distances.length; n++) {
      double sum = 0;
      for (int i = 0; i < rows.columns(); i++) {
        sum += rows.get(n, i) * rows.get(n, i);
      }
      distances[n] = Math.sqrt(sum / rows.columns());
    }
    return distances;
  }
}
