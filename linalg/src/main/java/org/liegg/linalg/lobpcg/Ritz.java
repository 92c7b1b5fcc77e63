package org.liegg.linalg.lobpcg;

import java.util.Arrays;

/**
 * Eigenvalues of A on a search space and the weights of their vectors.
 *
 * @param size vectors in the basis
 * @param values ascending
 * @param all a row of weights a vector, {@code size × size}
 */
record Ritz(int size, double[] values, double[] all) {

  /** Those of some vectors, a row each. */
  double[] weights(int first, int count) {
    return Arrays.copyOfRange(all, first * size, (first + count) * size);
  }
}
