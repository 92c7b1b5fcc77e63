package org.liegg.core.estimate;

import org.liegg.api.Batch;

/**
 * Weights of points by a Gaussian kernel, relative to the nearest point, so that there are some
 * everywhere.
 *
 * @param points n × r
 * @param bandwidth standard deviation of the kernel
 */
record Kernel(Batch points, double bandwidth) {
  /** Smaller weights, relative to that of the nearest point, are 0. */
  private static final double NEGLIGIBLE = 36;

  /**
   * Weights exp(−(|z − z_i|² − s)/2b²) of all points.
   *
   * @param weights receives n
   * @return s/2b², s being the square of the distance to the nearest point
   */
  double weigh(double[] z, double[] weights) {
    int r = points.columns();
    double[] values = points.values();
    double scale = 0.5 / (bandwidth * bandwidth);
    double nearest = Double.POSITIVE_INFINITY;
    for (int n = 0; n < weights.length; n++) {
      double square = 0;
      for (int i = 0; i < r; i++) {
        double off = values[n * r + i] - z[i];
        square += off * off;
      }
      weights[n] = scale * square;
      nearest = Math.min(nearest, weights[n]);
    }
    for (int n = 0; n < weights.length; n++) {
      double exponent = weights[n] - nearest;
      weights[n] = exponent > NEGLIGIBLE ? 0 : Math.exp(-exponent);
    }
    return nearest;
  }
}
