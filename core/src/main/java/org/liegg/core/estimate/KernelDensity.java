package org.liegg.core.estimate;

import org.liegg.api.Batch;

/**
 * A kernel density in units of that of a normal distribution at its mean, {@code p_b(z) = (2π)^r/2
 * 1/n Σ_i N(z; z_i, b²)}, with the gradient {@code p_b (m(z) − z)/b²}, m being the mean of the
 * points by their weights at z (K. Fukunaga, L. Hostetler, IEEE Trans. Inf. Theory 21, 1975). A
 * convolution with an isotropic kernel keeps every rotation, reflection and shift that the density
 * keeps. It is linear in the points, so that noise of its gradient has the mean 0 everywhere, and
 * is small where there are few points, as that of the logarithm is not.
 */
record KernelDensity(Kernel kernel) implements Smoother {

  @Override
  public void at(double[] z, double[] values, double[] gradients) {
    Batch points = kernel.points();
    int r = points.columns();
    double[] weights = new double[points.rows()];
    double nearest = kernel.weigh(z, weights);
    double sum = 0;
    double[] mean = new double[r];
    for (int n = 0; n < weights.length; n++) {
      if (weights[n] > 0) {
        sum += weights[n];
        for (int i = 0; i < r; i++) {
          mean[i] += weights[n] * points.values()[n * r + i];
        }
      }
    }
    double square = kernel.bandwidth() * kernel.bandwidth();
    values[0] = sum / weights.length * Math.exp(-nearest) / Math.pow(kernel.bandwidth(), r);
    for (int i = 0; i < r; i++) {
      gradients[i] = values[0] * (mean[i] / sum - z[i]) / square;
    }
  }
}
