package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;

/**
 * Splits coefficient space by a metric M: where it is sensitive, vectors w_i with {@code w_iᵀ M w_j
 * = δ_ij}, the rows of W; where it vanishes, an orthonormal basis of its nullspace. The metric may
 * be scaled by a power of two, which is kept apart.
 */
public interface Whitening {

  /**
   * An eigenvalue of the equilibrated metric counts as zero at or below this share of the largest.
   * M is a product of two moments that are exact to about 1e-15 for double and 1e-14 (squared
   * rounding) for float gradients; and at the cut itself a defect is still good to about 1e-16 /
   * 1e-12 = 1e-4, well below any tolerance on it.
   */
  double CUT = 1e-12;

  /** How many directions are sensitive. */
  int rank();

  /** The metric is the one that W whitens times 2^exponent; even. */
  int exponent();

  /** W, {@code rank × m}. */
  Matrix whitener();

  /** A basis of what is insensitive, a row a vector, orthonormal, {@code (m − rank) × m}. */
  Matrix trivial();

  /** {@code X Wᵀ}, {@code n × rank} for X of {@code n × m}. */
  Matrix images(Matrix rows, Kernels kernels);

  /** {@code U W}, {@code n × m} for U of {@code n × rank}. */
  Matrix combinations(Matrix coefficients, Kernels kernels);
}
