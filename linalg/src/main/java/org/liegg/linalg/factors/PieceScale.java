package org.liegg.linalg.factors;

import java.util.List;
import org.liegg.blas.Scale;

/** Brings factors of extreme size to where no square over- or underflows. */
final class PieceScale {

  /** Factors between 2^-this and 2^this have products whose squares are safe as they are. */
  private static final int SAFE = 128;

  private PieceScale() {}

  /**
   * Scales all factors, in place, by powers of two.
   *
   * @return e, where rows of E are {@code 2^e} times what the factors make afterwards
   */
  static int normalise(List<FactorPiece> pieces) {
    double largestJacobian = 0;
    double largestFeature = 0;
    for (FactorPiece piece : pieces) {
      largestJacobian = Math.max(largestJacobian, piece.largestJacobian());
      largestFeature = Math.max(largestFeature, piece.largestFeature());
    }
    int jacobian = unsafe(largestJacobian);
    int feature = unsafe(largestFeature);
    if (jacobian != 0 || feature != 0) {
      for (FactorPiece piece : pieces) {
        piece.scale(-jacobian, -feature);
      }
    }
    return jacobian + feature;
  }

  private static int unsafe(double largest) {
    int exponent = Scale.exponent(largest);
    return Math.abs(exponent) <= SAFE ? 0 : exponent;
  }
}
