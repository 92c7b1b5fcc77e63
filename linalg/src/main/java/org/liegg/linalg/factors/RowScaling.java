package org.liegg.linalg.factors;

import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * What is done to rows before they are used.
 *
 * @param weights by which those of each output are multiplied; none where all count as they are
 * @param scale what brings all of them to an ordinary size
 */
record RowScaling(double[] weights, PieceScale scale) {

  /** The rows of a piece, scaled in place but for weights. */
  FactorPiece of(FactorPiece piece) {
    FactorPiece weighed = weights.length == 0 ? piece : piece.weighed(weights);
    scale.apply(weighed);
    return weighed;
  }

  void write(StateWriter out) {
    out.writeDoubles(weights, weights.length);
    out.writeInt(scale.jacobian()).writeInt(scale.feature());
  }

  static RowScaling read(StateReader in) {
    return new RowScaling(in.readDoubles(), new PieceScale(in.readInt(), in.readInt()));
  }
}
