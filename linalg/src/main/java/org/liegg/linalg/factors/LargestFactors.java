package org.liegg.linalg.factors;

import org.liegg.blas.Scale;

/**
 * The largest magnitudes of some factors.
 *
 * @param jacobian of all Jacobians
 * @param feature of all features
 */
record LargestFactors(double jacobian, double feature) {
  static final LargestFactors NONE = new LargestFactors(0, 0);

  /** Factors between 2^-this and 2^this have products whose squares are safe as they are. */
  private static final int SAFE = 128;

  static LargestFactors of(Iterable<FactorPiece> pieces) {
    LargestFactors all = NONE;
    for (FactorPiece piece : pieces) {
      all = all.and(of(piece));
    }
    return all;
  }

  static LargestFactors of(FactorPiece piece) {
    return new LargestFactors(piece.largestJacobian(), piece.largestFeature());
  }

  /** Of these and others. */
  LargestFactors and(LargestFactors other) {
    return new LargestFactors(Math.max(jacobian, other.jacobian), Math.max(feature, other.feature));
  }

  /** By which all of them may be squared. */
  PieceScale scale() {
    return new PieceScale(unsafe(jacobian), unsafe(feature));
  }

  private static int unsafe(double largest) {
    int exponent = Scale.exponent(largest);
    return Math.abs(exponent) <= SAFE ? 0 : exponent;
  }
}
