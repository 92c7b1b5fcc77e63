package org.liegg.metrics;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * The defect problem {@code G c = δ M c} restricted to some directions, by whitening: M is brought
 * to unit diagonal, directions that it does not feel are dropped, and an ordinary symmetric problem
 * is left.
 *
 * @param defects descending, one for every direction that is sensitive
 * @param vectors c of every defect, in the coordinates of the directions, M-normalised
 */
record SpanProblem(double[] defects, double[][] vectors) {
  /** Eigenvalues of M, at unit diagonal, below this share of the largest count as 0. */
  private static final double INSENSITIVE = 1e-12;

  private static final String WHAT = "held-out defects";

  /**
   * @param sum what was measured; its directions are the coordinates
   */
  static SpanProblem of(BlockSum sum) {
    Scaled scaled = Scaled.of(sum, false);
    double[] scale = scaled.scale;
    int r = scale.length;
    double[][] white = whitening(scaled.metric);
    SymmetricPairs pairs = SymmetricPairs.of(restricted(scaled.change, white), WHAT);
    double[] defects = new double[white.length];
    double[][] vectors = new double[white.length][r];
    for (int k = 0; k < white.length; k++) {
      defects[k] = Math.max(0, pairs.values()[k]);
      for (int w = 0; w < white.length; w++) {
        for (int i = 0; i < r; i++) {
          vectors[k][i] += pairs.vectors()[k][w] * white[w][i] * scale[i];
        }
      }
    }
    return new SpanProblem(defects, vectors);
  }

  /**
   * The direction of largest or smallest defect alone.
   *
   * @return c, of any length; empty where no direction is sensitive, and of the smallest where not
   *     all are
   */
  static Optional<double[]> extreme(BlockSum sum, boolean largest) {
    return new Growing(sum, false).extreme(sum.directions(), largest);
  }

  /**
   * The directions of largest or smallest defect in the spans of the first 1, 2, … directions, or
   * of the last ones. Confined to one thread.
   */
  static final class Growing {
    private final BlockSum sum;
    private final boolean last;
    private final double[] scale;
    private final ExtremeDefect extremes;

    /**
     * @param last whether spans are those of the last directions
     */
    Growing(BlockSum sum, boolean last) {
      this.sum = sum;
      this.last = last;
      Scaled scaled = Scaled.of(sum, last);
      scale = scaled.scale;
      extremes = new ExtremeDefect(scaled.change, scaled.metric);
    }

    /**
     * One of them.
     *
     * @param count directions of the span
     * @return c in their order, of any length; empty where no direction is sensitive, and of the
     *     smallest where not all are
     */
    Optional<double[]> extreme(int count, boolean largest) {
      Optional<double[]> found = extremes.of(count, largest);
      if (found.isEmpty()) {
        int from = last ? sum.directions() - count : 0;
        return among(of(sum.select(from, from + count)), count, largest);
      }
      double[] c = new double[count];
      for (int i = 0; i < count; i++) {
        c[last ? count - 1 - i : i] = scale[i] * found.get()[i];
      }
      return Optional.of(c);
    }
  }

  private static Optional<double[]> among(SpanProblem all, int count, boolean largest) {
    double[][] vectors = all.vectors();
    boolean known = largest ? vectors.length > 0 : vectors.length == count;
    return known && vectors.length > 0
        ? Optional.of(vectors[largest ? 0 : vectors.length - 1])
        : Optional.empty();
  }

  /** G and M, the latter of unit diagonal where it is not 0; the last direction first if asked. */
  private record Scaled(double[] scale, DMatrixRMaj change, DMatrixRMaj metric) {
    static Scaled of(BlockSum sum, boolean reversed) {
      int r = sum.directions();
      double[] scale = new double[r];
      for (int i = 0; i < r; i++) {
        int of = reversed ? r - 1 - i : i;
        double m = baseline(sum, of, of);
        scale[i] = m > 0 ? 1 / Math.sqrt(m) : 0;
      }
      DMatrixRMaj metric = new DMatrixRMaj(r, r);
      DMatrixRMaj change = new DMatrixRMaj(r, r);
      for (int i = 0; i < r; i++) {
        for (int j = i; j < r; j++) {
          double factor = scale[i] * scale[j];
          int a = reversed ? r - 1 - i : i;
          int b = reversed ? r - 1 - j : j;
          set(metric, i, j, factor * baseline(sum, a, b));
          set(change, i, j, factor * sum.moved().at(a, b) / sum.samples());
        }
      }
      return new Scaled(scale, change, metric);
    }
  }

  private static double baseline(BlockSum sum, int i, int j) {
    return (sum.pairs() == 0 ? 0 : sum.independent().at(i, j) / sum.pairs())
        + sum.answered().at(i, j) / sum.samples();
  }

  private static void set(DMatrixRMaj matrix, int i, int j, double value) {
    matrix.set(i, j, value);
    matrix.set(j, i, value);
  }

  /** Rows w with {@code w M wᵀ = 1}, orthogonal in M, spanning what M feels. */
  private static double[][] whitening(DMatrixRMaj metric) {
    SymmetricPairs pairs = SymmetricPairs.of(metric, WHAT);
    int sensitive = pairs.rank(INSENSITIVE);
    double[][] white = new double[sensitive][];
    for (int k = 0; k < sensitive; k++) {
      white[k] = pairs.vectors()[k].clone();
      double factor = 1 / Math.sqrt(pairs.values()[k]);
      for (int i = 0; i < white[k].length; i++) {
        white[k][i] *= factor;
      }
    }
    return white;
  }

  private static DMatrixRMaj restricted(DMatrixRMaj matrix, double[][] rows) {
    int r = matrix.numRows;
    DMatrixRMaj small = new DMatrixRMaj(rows.length, rows.length);
    double[] image = new double[r];
    for (int a = 0; a < rows.length; a++) {
      for (int i = 0; i < r; i++) {
        image[i] = 0;
        for (int j = 0; j < r; j++) {
          image[i] += matrix.data[i * r + j] * rows[a][j];
        }
      }
      for (int b = 0; b <= a; b++) {
        set(small, b, a, Vectors.dot(image, rows[b]));
      }
    }
    return small;
  }
}
