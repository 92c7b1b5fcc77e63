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
    Scaled scaled = Scaled.of(sum);
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
    Scaled scaled = Scaled.of(sum);
    Optional<double[]> found = ExtremeDefect.of(scaled.change, scaled.metric, largest);
    if (found.isPresent()) {
      double[] c = found.get();
      for (int i = 0; i < c.length; i++) {
        c[i] *= scaled.scale[i];
      }
      return found;
    }
    double[][] vectors = of(sum).vectors();
    boolean known = largest ? vectors.length > 0 : vectors.length == sum.directions();
    return known && vectors.length > 0
        ? Optional.of(vectors[largest ? 0 : vectors.length - 1])
        : Optional.empty();
  }

  /** G and M, the latter of unit diagonal where it is not 0. */
  private record Scaled(double[] scale, DMatrixRMaj change, DMatrixRMaj metric) {
    static Scaled of(BlockSum sum) {
      int r = sum.directions();
      double[] scale = new double[r];
      for (int i = 0; i < r; i++) {
        double m = baseline(sum, i, i);
        scale[i] = m > 0 ? 1 / Math.sqrt(m) : 0;
      }
      DMatrixRMaj metric = new DMatrixRMaj(r, r);
      DMatrixRMaj change = new DMatrixRMaj(r, r);
      for (int i = 0; i < r; i++) {
        for (int j = i; j < r; j++) {
          double factor = scale[i] * scale[j];
          set(metric, i, j, factor * baseline(sum, i, j));
          set(change, i, j, factor * sum.moved().at(i, j) / sum.samples());
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
