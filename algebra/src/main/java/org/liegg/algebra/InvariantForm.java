package org.liegg.algebra;

import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Matrix;

/**
 * A bilinear form that every generator keeps, {@code AᵀB + BA = 0}: a learned metric where it is
 * symmetric, a learned symplectic form where it is not.
 *
 * @param kind symmetric or antisymmetric
 * @param form B, n × n, its largest entry in magnitude 1, the first of those positive
 * @param signature {@code [+, −, 0]}: signs of the eigenvalues of a symmetric form; of an
 *     antisymmetric one half the rank, twice, and what is left
 */
public record InvariantForm(Kind kind, Matrix form, int[] signature) {

  /** Whether B = Bᵀ or B = −Bᵀ. */
  public enum Kind {
    /** B = Bᵀ. */
    SYMMETRIC,
    /** B = −Bᵀ. */
    ANTISYMMETRIC
  }

  /** Whether no vector is orthogonal to all others. */
  public boolean isNondegenerate() {
    return signature[2] == 0;
  }

  /** Whether a symmetric form is a scalar product, up to its sign. */
  public boolean isDefinite() {
    return kind == Kind.SYMMETRIC && isNondegenerate() && (signature[0] == 0 || signature[1] == 0);
  }

  /** Signs of the eigenvalues of a symmetric matrix; those within the tolerance count as 0. */
  static int[] signature(DMatrixRMaj symmetric, double tolerance) {
    int[] signs = new int[3];
    for (double value : Dense.eigen(symmetric).values()) {
      signs[value > tolerance ? 0 : value < -tolerance ? 1 : 2]++;
    }
    return signs;
  }
}
