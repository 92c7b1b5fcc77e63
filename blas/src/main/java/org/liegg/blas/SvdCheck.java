package org.liegg.blas;

import org.liegg.api.Matrix;

/**
 * A check of singular values and right singular vectors that costs little beside them: the sum of
 * σ², and for some of the vectors (all of them where that is cheap) the length of the image, the
 * residual ‖AᵀA v − σ² v‖ and the inner products with every other vector.
 */
public final class SvdCheck {

  /** Multiplications that the check may spend. */
  private static final double BUDGET = 1e7;

  private static final int AT_LEAST = 8;

  private SvdCheck() {}

  /**
   * Whether these are the singular values and right singular vectors of a matrix, as far as a few
   * products tell.
   *
   * @param a entries of ordinary size, so that squares are safe
   * @param svd σ and v of it
   */
  public static boolean holds(Matrix a, SymmetricEigen svd) {
    int n = svd.order();
    double[] sigma = svd.values();
    double square = Vectors.dot(a.values(), 0, a.values(), 0, a.values().length);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (!(sigma[i] >= 0) || (i > 0 && sigma[i] > sigma[i - 1])) {
        return false;
      }
      sum += sigma[i] * sigma[i];
    }
    if (!(Math.abs(sum - square) <= EigenCheck.TOLERANCE * square)) {
      return false;
    }
    double cost = 2.0 * n * (a.rows() + n);
    int sample = (int) Math.min(n, Math.max(AT_LEAST, BUDGET / Math.max(1, cost)));
    for (int s = 0; s < sample; s++) {
      // Spread over the spectrum, both ends included.
      int i = sample == 1 ? 0 : (int) ((long) s * (n - 1) / (sample - 1));
      if (!isOrthonormal(svd, i) || !isSingular(a, svd, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrthonormal(SymmetricEigen svd, int which) {
    int n = svd.order();
    for (int row = 0; row < n; row++) {
      double inner = Vectors.dot(svd.vectors(), row * n, svd.vectors(), which * n, n);
      if (!(Math.abs(inner - (row == which ? 1 : 0)) <= EigenCheck.TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSingular(Matrix a, SymmetricEigen svd, int which) {
    int n = svd.order();
    double sigma = svd.values()[which];
    double largest = svd.values()[0];
    double[] back = new double[n];
    double square = 0;
    for (int row = 0; row < a.rows(); row++) {
      double image = Vectors.dot(a.values(), row * n, svd.vectors(), which * n, n);
      square += image * image;
      for (int k = 0; k < n; k++) {
        back[k] += image * a.values()[row * n + k];
      }
    }
    double residual = 0;
    for (int k = 0; k < n; k++) {
      double difference = back[k] - sigma * sigma * svd.vectors()[which * n + k];
      residual += difference * difference;
    }
    return Math.abs(Math.sqrt(square) - sigma) <= EigenCheck.TOLERANCE * largest
        && Math.sqrt(residual) <= EigenCheck.TOLERANCE * largest * largest;
  }
}
