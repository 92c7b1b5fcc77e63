package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The direction of largest or smallest defect in the span of the first directions, without the
 * others: {@code G c = δ M c} becomes an ordinary symmetric problem by the Cholesky factor of M. A
 * span of one direction more adds a row to what is known of the smaller ones, so that many spans
 * take one factor. Of each the extreme value alone is worked out, and one vector by inverse
 * iteration beside it. {@link SpanProblem} is asked where M may be singular. Confined to one
 * thread.
 */
final class ExtremeDefect {
  /**
   * Of trace(M) · trace(M⁻¹), which is above the condition: far from what counts as insensitive.
   */
  private static final double WELL_CONDITIONED = 1e10;

  /** How far beside the extreme value, as a share of the largest, iterations are made. */
  private static final double BESIDE = 1e-11;

  private static final int STEPS = 4;

  private final double[][] change; // rows of G
  private final DMatrixRMaj metric;
  private final double[][] lower; // L, the Cholesky factor of M
  private final double[][] inverse; // of L
  private final double[][] white; // L⁻¹ G L⁻ᵀ
  private final double[] traces; // of the inverses of the first 1, 2, … rows of M
  private int known;
  private boolean regular = true;

  /**
   * Of nothing yet.
   *
   * @param change G, {@code r × r}, symmetric
   * @param metric M, of unit diagonal
   */
  ExtremeDefect(DMatrixRMaj change, DMatrixRMaj metric) {
    this.metric = metric;
    int r = metric.numRows;
    this.change = new double[r][];
    for (int i = 0; i < r; i++) {
      this.change[i] = Arrays.copyOfRange(change.data, i * r, (i + 1) * r);
    }
    lower = new double[r][];
    inverse = new double[r][];
    white = new double[r][];
    traces = new double[r];
  }

  /**
   * Finds it.
   *
   * @param count directions of the span, the first ones
   * @param largest whether the largest defect is meant; the smallest otherwise
   * @return c, of so many entries; empty where M is not certainly regular, or an iteration did not
   *     succeed
   */
  Optional<double[]> of(int count, boolean largest) {
    while (regular && known < count) {
      regular = extend();
    }
    if (count == 0 || count > known || !(traces[count - 1] * count < WELL_CONDITIONED)) {
      return Optional.empty();
    }
    return vector(count, largest).map(this::transposed);
  }

  /** Adds a direction; false where the factor has no further row. */
  private boolean extend() {
    int i = known;
    int r = white.length;
    double[] row = Arrays.copyOfRange(metric.data, i * r, i * r + i + 1);
    if (!factored(lower, i, row)) {
      return false;
    }
    lower[i] = row;
    inverse[i] = new double[i + 1];
    for (int k = 0; k < i; k++) {
      Vectors.add(inverse[i], 0, k + 1, -row[k], inverse[k]);
    }
    inverse[i][i] = 1;
    traces[i] = i == 0 ? 0 : traces[i - 1];
    for (int j = 0; j <= i; j++) {
      inverse[i][j] /= row[i];
      traces[i] += inverse[i][j] * inverse[i][j];
    }
    whiten(i);
    known++;
    return true;
  }

  private void whiten(int i) {
    double[] image = new double[i + 1];
    for (int k = 0; k <= i; k++) {
      Vectors.add(image, 0, i + 1, inverse[i][k], change[k]);
    }
    white[i] = new double[change.length];
    for (int j = 0; j <= i; j++) {
      double sum = 0;
      for (int k = 0; k <= j; k++) {
        sum += image[k] * inverse[j][k];
      }
      white[i][j] = sum;
      white[j][i] = sum;
    }
  }

  /** Makes a row of a matrix the row of its Cholesky factor; whether there is one. */
  private static boolean factored(double[][] lower, int i, double[] row) {
    for (int j = 0; j <= i; j++) {
      double[] other = j == i ? row : lower[j];
      double sum = row[j];
      for (int k = 0; k < j; k++) {
        sum -= row[k] * other[k];
      }
      if (i == j && !(sum > 0)) {
        return false;
      }
      row[j] = i == j ? Math.sqrt(sum) : sum / other[j];
    }
    return true;
  }

  /**
   * By an estimate of the extreme value. That no value is beyond it, but for a share of {@value
   * #BESIDE}, is what the Cholesky factor beside it shows; where there is none, all values are
   * worked out.
   */
  private Optional<double[]> vector(int count, boolean largest) {
    return beside(ExtremeValue.ends(white, count, largest), count, largest)
        .or(() -> ends(count).flatMap(ends -> beside(ends, count, largest)));
  }

  private Optional<double[]> ends(int count) {
    DMatrixRMaj block = new DMatrixRMaj(count, count);
    for (int i = 0; i < count; i++) {
      System.arraycopy(white[i], 0, block.data, i * count, count);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(count, false, true);
    if (!eigen.decompose(block)) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      low = Math.min(low, eigen.getEigenvalue(i).getReal());
      high = Math.max(high, eigen.getEigenvalue(i).getReal());
    }
    return Optional.of(new double[] {low, high});
  }

  /** Inverse iteration beside the smallest or the largest value. */
  private Optional<double[]> beside(double[] ends, int count, boolean largest) {
    double sign = largest ? -1 : 1;
    double shift =
        (largest ? ends[1] : -ends[0]) + BESIDE * Math.max(Math.abs(ends[1]), Math.abs(ends[0]));
    double[][] shifted = new double[count][];
    for (int i = 0; i < count; i++) {
      shifted[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        shifted[i][j] = sign * white[i][j];
      }
      shifted[i][i] += shift;
      if (!factored(shifted, i, shifted[i])) {
        return Optional.empty();
      }
    }
    return iterated(shifted);
  }

  private static Optional<double[]> iterated(double[][] lower) {
    double[] x = ExtremeValue.ofNoSymmetry(lower.length);
    for (int step = 0; step < STEPS; step++) {
      solve(lower, x);
      double norm = Vectors.norm(x);
      if (!(norm > 0) || !Double.isFinite(norm)) {
        return Optional.empty();
      }
      for (int i = 0; i < x.length; i++) {
        x[i] /= norm;
      }
    }
    return Optional.of(x);
  }

  private static void solve(double[][] lower, double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      Vectors.add(x, 0, i, -x[i], lower[i]);
    }
  }

  private double[] transposed(double[] ofWhite) {
    double[] c = new double[ofWhite.length];
    for (int i = 0; i < c.length; i++) {
      Vectors.add(c, 0, i + 1, ofWhite[i], inverse[i]);
    }
    return c;
  }
}
