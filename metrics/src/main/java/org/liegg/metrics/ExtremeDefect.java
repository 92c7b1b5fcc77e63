package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The direction of largest or smallest defect in a span, without the others: {@code G c = δ M c}
 * becomes an ordinary symmetric problem by the Cholesky factor of M, of which eigenvalues alone are
 * worked out, and one vector by inverse iteration beside the extreme one. That is a tenth of the
 * work of {@link SpanProblem}, which is asked where M may be singular.
 */
final class ExtremeDefect {
  /**
   * Of trace(M) · trace(M⁻¹), which is above the condition: far from what counts as insensitive.
   */
  private static final double WELL_CONDITIONED = 1e10;

  /** How far beside the extreme value, as a share of the largest, iterations are made. */
  private static final double BESIDE = 1e-11;

  private static final int STEPS = 4;

  private ExtremeDefect() {}

  /**
   * Finds it.
   *
   * @param change G, {@code r × r}, symmetric
   * @param metric M, of unit diagonal
   * @param largest whether the largest defect is meant; the smallest otherwise
   * @return c; empty where M is not certainly regular, or an iteration did not succeed
   */
  static Optional<double[]> of(DMatrixRMaj change, DMatrixRMaj metric, boolean largest) {
    int r = metric.numRows;
    double[] lower = metric.data.clone();
    if (r == 0 || !factored(lower, r)) {
      return Optional.empty();
    }
    double[] inverse = inverse(lower, r);
    double trace = 0;
    for (double entry : inverse) {
      trace += entry * entry;
    }
    if (!(trace * r < WELL_CONDITIONED)) {
      return Optional.empty();
    }
    return vector(whitened(change.data, inverse, r), r, largest)
        .map(white -> transposed(inverse, white));
  }

  /** The Cholesky factor in the lower triangle; whether there is one. */
  private static boolean factored(double[] a, int r) {
    for (int i = 0; i < r; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * r + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * r + k] * a[j * r + k];
        }
        if (i == j && !(sum > 0)) {
          return false;
        }
        a[i * r + j] = i == j ? Math.sqrt(sum) : sum / a[j * r + j];
      }
    }
    return true;
  }

  /** Of a lower triangle, a row after the other. */
  private static double[] inverse(double[] lower, int r) {
    double[] inverse = new double[r * r];
    for (int i = 0; i < r; i++) {
      for (int k = 0; k < i; k++) {
        double factor = -lower[i * r + k];
        for (int j = 0; j <= k; j++) {
          inverse[i * r + j] += factor * inverse[k * r + j];
        }
      }
      inverse[i * r + i] = 1;
      for (int j = 0; j <= i; j++) {
        inverse[i * r + j] /= lower[i * r + i];
      }
    }
    return inverse;
  }

  /** {@code L⁻¹ G L⁻ᵀ}. */
  private static double[] whitened(double[] g, double[] inverse, int r) {
    double[] white = new double[r * r];
    double[] image = new double[r];
    for (int i = 0; i < r; i++) {
      Arrays.fill(image, 0);
      for (int k = 0; k <= i; k++) {
        double factor = inverse[i * r + k];
        for (int j = 0; j < r; j++) {
          image[j] += factor * g[k * r + j];
        }
      }
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += image[k] * inverse[j * r + k];
        }
        white[i * r + j] = sum;
        white[j * r + i] = sum;
      }
    }
    return white;
  }

  private static Optional<double[]> vector(double[] white, int r, boolean largest) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(r, false, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(r, r, white.clone()))) {
      return Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < r; i++) {
      low = Math.min(low, eigen.getEigenvalue(i).getReal());
      high = Math.max(high, eigen.getEigenvalue(i).getReal());
    }
    double sign = largest ? -1 : 1;
    double shift = (largest ? high : -low) + BESIDE * Math.max(Math.abs(high), Math.abs(low));
    double[] lower = new double[r * r];
    for (int i = 0; i < r * r; i++) {
      lower[i] = sign * white[i];
    }
    for (int i = 0; i < r; i++) {
      lower[i * r + i] += shift;
    }
    return factored(lower, r) ? iterated(lower, r) : Optional.empty();
  }

  private static Optional<double[]> iterated(double[] lower, int r) {
    double[] x = new double[r];
    for (int i = 0; i < r; i++) {
      x[i] = 1 + 0.5 * Math.sin(i + 1.0); // of no symmetry
    }
    for (int step = 0; step < STEPS; step++) {
      solve(lower, x, r);
      double norm = Vectors.norm(x);
      if (!(norm > 0) || !Double.isFinite(norm)) {
        return Optional.empty();
      }
      for (int i = 0; i < r; i++) {
        x[i] /= norm;
      }
    }
    return Optional.of(x);
  }

  private static void solve(double[] lower, double[] x, int r) {
    for (int i = 0; i < r; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i * r + k] * x[k];
      }
      x[i] /= lower[i * r + i];
    }
    for (int i = r - 1; i >= 0; i--) {
      x[i] /= lower[i * r + i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i * r + k] * x[i];
      }
    }
  }

  private static double[] transposed(double[] inverse, double[] white) {
    int r = white.length;
    double[] c = new double[r];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j <= i; j++) {
        c[j] += inverse[i * r + j] * white[i];
      }
    }
    return c;
  }
}
