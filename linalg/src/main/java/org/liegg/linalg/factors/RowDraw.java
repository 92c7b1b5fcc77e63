package org.liegg.linalg.factors;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws rows evenly. Which ones depends on the piece that they are in alone, so that pieces may be
 * drawn from in any order, anywhere.
 *
 * @param share of the rows that is drawn, at most 1
 */
record RowDraw(double share) {
  private static final long SEED = 20222;

  /** About so many of so many. */
  static RowDraw of(long about, long rows) {
    return new RowDraw(Math.min(1, (double) about / Math.max(1, rows)));
  }

  /**
   * Rows of some pieces, in their order, a sample of one output each.
   *
   * @param inputs d
   * @param features p
   */
  FactorStore from(int inputs, int features, Iterable<FactorPiece> pieces) {
    FactorStore drawn = new FactorStore(inputs, features);
    double[] gradient = new double[inputs];
    double[] position = new double[features];
    for (FactorPiece piece : pieces) {
      Random random = new Random(SEED + Arrays.hashCode(piece.features()));
      double[] jacobians = piece.jacobians(new double[piece.entries()]);
      for (int row = 0; row < piece.samples() * piece.outputs(); row++) {
        if (share == 1 || random.nextDouble() < share) {
          int sample = row / piece.outputs();
          System.arraycopy(jacobians, row * inputs, gradient, 0, inputs);
          System.arraycopy(piece.features(), sample * features, position, 0, features);
          drawn.add(1, 1, gradient, position);
        }
      }
    }
    return drawn;
  }
}
