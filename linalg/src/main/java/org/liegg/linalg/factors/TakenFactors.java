package org.liegg.linalg.factors;

import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * What is known of factors that were taken away.
 *
 * @param plain the largest as they are
 * @param weighed the largest of weighed outputs
 */
record TakenFactors(LargestFactors plain, LargestFactors weighed) {
  static final TakenFactors NONE = new TakenFactors(LargestFactors.NONE, LargestFactors.NONE);

  /**
   * Of a piece.
   *
   * @param weights of outputs; none where they are all the same
   */
  static TakenFactors of(FactorPiece piece, double[] weights) {
    LargestFactors plain = LargestFactors.of(piece);
    return new TakenFactors(
        plain, weights.length == 0 ? plain : LargestFactors.of(piece.weighed(weights)));
  }

  /** Of these and others. */
  TakenFactors and(TakenFactors other) {
    return new TakenFactors(plain.and(other.plain), weighed.and(other.weighed));
  }

  void write(StateWriter out) {
    out.writeDouble(plain.jacobian()).writeDouble(plain.feature());
    out.writeDouble(weighed.jacobian()).writeDouble(weighed.feature());
  }

  static TakenFactors read(StateReader in) {
    return new TakenFactors(
        new LargestFactors(in.readDouble(), in.readDouble()),
        new LargestFactors(in.readDouble(), in.readDouble()));
  }
}
