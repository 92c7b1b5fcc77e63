package org.liegg.api.spi;

import java.util.Arrays;
import org.liegg.api.Head;

/** u = z/‖z‖₂ and ∂u_o = (∂z_o − u_o Σ_j u_j ∂z_j)/‖z‖₂. */
final class NormalizedLogits implements LogitsMap {

  /**
   * Scaled by the largest, so that neither large nor tiny logits leave the range when squared.
   *
   * @return ‖z‖/k, which is in range wherever the logits are
   */
  @Override
  public double outputs(double[] z, int from, int k) {
    double largest = 0;
    for (int o = from; o < from + k; o++) {
      largest = Math.max(largest, Math.abs(z[o]));
    }
    if (largest == 0) {
      return 0;
    }
    double squares = 0;
    for (int o = from; o < from + k; o++) {
      z[o] /= largest;
      squares += z[o] * z[o];
    }
    double length = Math.sqrt(squares);
    for (int o = from; o < from + k; o++) {
      z[o] /= length;
    }
    return largest * (length / k);
  }

  @Override
  public void rows(double[] u, int from, int k, double size, double[] rows, double[] sum) {
    int d = sum.length;
    Arrays.fill(sum, 0);
    for (int o = from; o < from + k; o++) {
      for (int i = 0; i < d; i++) {
        sum[i] += u[o] * rows[o * d + i];
      }
    }
    for (int o = from; o < from + k; o++) {
      for (int i = 0; i < d; i++) {
        rows[o * d + i] = (rows[o * d + i] - u[o] * sum[i]) / size / k;
      }
    }
  }

  @Override
  public Head head() {
    return Head.NORMALIZED_LOGITS;
  }
}
