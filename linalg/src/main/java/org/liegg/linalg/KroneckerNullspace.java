package org.liegg.linalg;

import org.liegg.api.Matrix;

/**
 * An orthonormal basis of what {@code C ⊗ Φ} does not feel. Where {@code x_r ⊗ y_s} is trivial, so
 * are all that come after it in both orders. Hence, with x̃ and ỹ made orthonormal from the end,
 * {@code x̃_r ⊗ ỹ_s} over the trivial pairs span the same space.
 */
final class KroneckerNullspace {

  private KroneckerNullspace() {}

  /**
   * The basis, a row a vector.
   *
   * @param cut pairs are trivial where {@code λ_r μ_s} is at most this
   */
  static Matrix rows(KroneckerBasis basis, WhitenedSide x, WhitenedSide y, double cut) {
    int d = x.order();
    int p = y.order();
    int m = d * p;
    int count = 0;
    for (double lambda : x.values()) {
      for (double mu : y.values()) {
        count += lambda * mu > cut ? 0 : 1;
      }
    }
    if (count == 0) {
      return new Matrix(0, m, new double[0]);
    }
    Matrix left = x.orthonormalFromTheEnd();
    Matrix right = y.orthonormalFromTheEnd();
    double[] rows = new double[Math.multiplyExact(count, m)];
    int next = 0;
    for (int r = 0; r < d; r++) {
      for (int s = 0; s < p; s++) {
        if (!(x.values()[r] * y.values()[s] > cut)) {
          product(basis, left, r, right, s, rows, next);
          next += m;
        }
      }
    }
    Matrix trivial = new Matrix(count, m, rows);
    // Fields of one size keep what is orthogonal so.
    Matrix orthonormal = basis.uniform() ? trivial : Orthonormal.rows(trivial);
    Orientation.apply(orthonormal.values(), m);
    return orthonormal;
  }

  private static void product(
      KroneckerBasis basis, Matrix left, int r, Matrix right, int s, double[] rows, int to) {
    int p = right.columns();
    boolean uniform = basis.uniform();
    for (int i = 0; i < left.columns(); i++) {
      for (int q = 0; q < p; q++) {
        int at = i * p + q;
        double value = basis.values()[at];
        double divisor = uniform ? Math.signum(value) : value;
        rows[to + basis.fields()[at]] = left.get(r, i) * right.get(s, q) / divisor;
      }
    }
  }
}
