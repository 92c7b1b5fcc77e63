package org.liegg.linalg.factors;

/**
 * Brings factors of extreme size to where no square over- or underflows, by powers of two.
 *
 * @param jacobian Jacobians are divided by 2 to this
 * @param feature features are divided by 2 to this
 */
record PieceScale(int jacobian, int feature) {

  /** e, where rows of E are {@code 2^e} times what scaled factors make. */
  int exponent() {
    return jacobian + feature;
  }

  /** Scales a piece in place. */
  void apply(FactorPiece piece) {
    if (jacobian != 0 || feature != 0) {
      piece.scale(-jacobian, -feature);
    }
  }
}
