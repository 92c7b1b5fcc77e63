package org.liegg.tck;

import java.util.Arrays;
import org.liegg.api.Matrix;

/** What is left of the derivatives of heads where their second term is forgotten. */
final class Diagonals {

  private Diagonals() {}

  static Matrix of(double[] diagonal) {
    int k = diagonal.length;
    double[] values = new double[k * k];
    for (int o = 0; o < k; o++) {
      values[o * k + o] = diagonal[o];
    }
    return new Matrix(k, k, values);
  }

  /** I/‖z‖. */
  static Matrix inverseLength(double[] z) {
    double[] diagonal = new double[z.length];
    Arrays.fill(diagonal, 1 / Math.sqrt(KnownRows.dot(z, 0, z, 0, z.length)));
    return of(diagonal);
  }
}
