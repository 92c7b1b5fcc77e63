package org.liegg.core.samples;

import org.ejml.data.DMatrixRMaj;
import org.liegg.metrics.SymmetricPairs;

/** The axes of covariances: their eigenvectors, by descending eigenvalue. */
final class SymmetricAxes {

  private SymmetricAxes() {}

  /**
   * Of a matrix of which the lower triangle is given; none where it did not converge.
   *
   * @param lower gets its upper triangle filled
   */
  static SymmetricPairs ofLower(DMatrixRMaj lower) {
    mirror(lower);
    return SymmetricPairs.find(lower).orElseGet(SymmetricPairs::none);
  }

  /** Fills the upper triangle. */
  static void mirror(DMatrixRMaj lower) {
    for (int i = 0; i < lower.numRows; i++) {
      for (int j = 0; j < i; j++) {
        lower.set(j, i, lower.get(i, j));
      }
    }
  }
}
