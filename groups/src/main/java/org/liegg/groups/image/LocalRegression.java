package org.liegg.groups.image;

import java.util.Arrays;

/**
 * Weighted least squares on a window: the fitted polynomial at the origin is a weighted sum of the
 * data.
 *
 * <p>In the polynomials p_j that are orthogonal by the weights g the fit of data f is {@code Σ_j
 * ⟨p_j, f⟩/⟨p_j, p_j⟩ p_j}. They follow from p_0 = 1 by {@code p_j+1 = (k − a_j) p_j − b_j p_j−1}
 * (Stieltjes; G. E. Forsythe, J. SIAM 5, 1957), which loses far less to rounding than powers of k.
 */
final class LocalRegression {

  private LocalRegression() {}

  /**
   * The weights of the data in the fit's value at 0, or in its derivative there.
   *
   * @param offsets k, where the data are; more than the degree
   * @param g positive, one an offset
   * @param degree of the polynomial
   * @param order 0 for the value, 1 for the derivative
   */
  static double[] weights(double[] offsets, double[] g, int degree, int order) {
    int points = offsets.length;
    double[] weights = new double[points];
    double[] before = new double[points];
    double[] p = new double[points];
    Arrays.fill(p, 1);
    // Value and derivative at 0, of p and of the one before.
    double[] here = {1, 0};
    double[] hereBefore = {0, 0};
    double norm = norm(p, g);
    double b = 0;
    for (int j = 0; ; j++) {
      double a = 0;
      for (int k = 0; k < points; k++) {
        weights[k] += g[k] * p[k] * here[order] / norm;
        a += offsets[k] * g[k] * p[k] * p[k] / norm;
      }
      if (j == degree) {
        return weights;
      }
      double[] next = new double[points];
      for (int k = 0; k < points; k++) {
        next[k] = (offsets[k] - a) * p[k] - b * before[k];
      }
      double value = -a * here[0] - b * hereBefore[0];
      double slope = here[0] - a * here[1] - b * hereBefore[1];
      hereBefore = here;
      here = new double[] {value, slope};
      before = p;
      p = next;
      double nextNorm = norm(p, g);
      b = nextNorm / norm;
      norm = nextNorm;
    }
  }

  private static double norm(double[] p, double[] g) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum += g[k] * p[k] * p[k];
    }
    return sum;
  }
}
