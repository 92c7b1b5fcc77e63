package org.liegg.api.spi;

import java.util.Arrays;
import org.liegg.api.Head;

/**
 * s_o = exp(z_o)/Σ_j exp(z_j). Derivatives are taken relative to those of the largest s_m,
 *
 * <pre>
 *   w_o = ∂z_o − ∂z_m     ∂s_o = s_o (w_o − Σ_{j≠m} s_j w_j)
 * </pre>
 *
 * which is the same function and does not cancel where s_m is nearly 1: there ∂z_m less the mean of
 * all ∂z would leave nothing but rounding errors.
 */
final class Softmax implements LogitsMap {

  @Override
  public double outputs(double[] z, int from, int k) {
    double largest = z[largest(z, from, k)];
    double sum = 0;
    for (int o = from; o < from + k; o++) {
      z[o] = Math.exp(z[o] - largest);
      sum += z[o];
    }
    for (int o = from; o < from + k; o++) {
      z[o] /= sum;
    }
    return sum;
  }

  @Override
  public void rows(double[] s, int from, int k, double size, double[] rows, double[] sum) {
    int d = sum.length;
    int m = largest(s, from, k);
    Arrays.fill(sum, 0);
    for (int o = from; o < from + k; o++) {
      for (int i = 0; o != m && i < d; i++) {
        rows[o * d + i] -= rows[m * d + i];
        sum[i] += s[o] * rows[o * d + i];
      }
    }
    Arrays.fill(rows, m * d, (m + 1) * d, 0);
    for (int o = from; o < from + k; o++) {
      for (int i = 0; i < d; i++) {
        rows[o * d + i] = s[o] * (rows[o * d + i] - sum[i]);
      }
    }
  }

  private static int largest(double[] z, int from, int k) {
    int largest = from;
    for (int o = from + 1; o < from + k; o++) {
      if (z[o] > z[largest]) {
        largest = o;
      }
    }
    return largest;
  }

  @Override
  public Head head() {
    return Head.SOFTMAX;
  }
}
