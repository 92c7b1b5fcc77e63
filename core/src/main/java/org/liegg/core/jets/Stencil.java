package org.liegg.core.jets;

import java.util.Arrays;

/**
 * Weights whose products with the values at neighbouring points of an axis add up to a derivative.
 *
 * @param first the first of these points, counted from the one where the derivative is taken
 * @param weights of that point and those behind it
 */
record Stencil(int first, double[] weights) {
  /** The value itself. */
  static final Stencil VALUE = new Stencil(0, new double[] {1});

  /**
   * The derivative, at the middle, of the polynomial that fits 2m + 1 values best by least squares
   * (A. Savitzky, M. J. E. Golay, Anal. Chem. 36, 1964); where the degree is 2m it goes through
   * them, and the weights are those of finite differences. By the three-term recurrence of the
   * orthogonal polynomials of the points (P. A. Gorry, Anal. Chem. 62, 1990).
   *
   * @param order of the derivative
   * @param half m
   * @param degree of the polynomial, at most 2m and at least the order
   * @param spacing of the points
   */
  static Stencil polynomial(int order, int half, int degree, double spacing) {
    int points = 2 * half + 1;
    double[] weights = new double[points];
    double[] before = new double[points];
    double[] now = new double[points];
    Arrays.fill(now, 1);
    // Derivatives of both at the middle, by order.
    double[] slopesBefore = new double[order + 1];
    double[] slopes = new double[order + 1];
    slopes[0] = 1;
    double normBefore = 1;
    for (int j = 0; j <= degree; j++) {
      double norm = Arrays.stream(now).map(value -> value * value).sum();
      for (int i = 0; i < points; i++) {
        weights[i] += now[i] * slopes[order] / norm;
      }
      double ratio = j == 0 ? 0 : norm / normBefore;
      double[] next = new double[points];
      for (int i = 0; i < points; i++) {
        next[i] = (i - half) * now[i] - ratio * before[i];
      }
      double[] slopesNext = new double[order + 1];
      for (int k = 0; k <= order; k++) {
        slopesNext[k] = (k == 0 ? 0 : k * slopes[k - 1]) - ratio * slopesBefore[k];
      }
      before = now;
      now = next;
      slopesBefore = slopes;
      slopes = slopesNext;
      normBefore = norm;
    }
    return scaled(-half, weights, Math.pow(spacing, -order));
  }

  /**
   * The derivative of the trigonometric polynomial through n values of a period (L. N. Trefethen,
   * Spectral Methods in MATLAB, chapter 3). The weights are the same at every point of the circle.
   *
   * @param order of the derivative
   * @param n points of a period
   * @param highest the highest wave number that is kept, at most n/2
   * @param spacing of the points
   */
  static Stencil periodic(int order, int n, int highest, double spacing) {
    double[] weights = new double[n];
    for (int d = 0; d < n; d++) {
      double sum = order == 0 ? 1 : 0;
      for (int wave = 1; wave <= highest; wave++) {
        // Of the highest wave of an even number of points only the cosine is known.
        double share = 2 * wave == n ? order % 2 == 0 ? 1 : 0 : 2;
        // The product is taken around the circle first, where it loses nothing.
        double angle = -2 * Math.PI * ((long) wave * d % n) / n + order % 4 * Math.PI / 2;
        sum += share * Math.pow(wave, order) * Math.cos(angle);
      }
      weights[d] = sum / n;
    }
    return scaled(0, weights, Math.pow(2 * Math.PI / (n * spacing), order));
  }

  private static Stencil scaled(int first, double[] weights, double factor) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= factor;
    }
    return new Stencil(first, weights);
  }

  /** How much of white noise of unit size is left. */
  double noise() {
    return Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
  }
}
