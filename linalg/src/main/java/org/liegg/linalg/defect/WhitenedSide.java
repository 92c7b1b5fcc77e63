package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * One moment of a metric that is a Kronecker product, equilibrated and diagonalised: {@code D^-½ C
 * D^-½ = S Λ Sᵀ}.
 *
 * @param values λ, descending, none negative; 0 for coordinates that are insensitive, which come
 *     last
 * @param vectors a row a vector {@code x_r = D^-½ s_r}, or a coordinate, {@code n × n}
 */
record WhitenedSide(double[] values, Matrix vectors) {

  static WhitenedSide of(Symmetric moment, EigenSolver solver) {
    int n = moment.order();
    int[] sensitive = DenseWhitening.sensitive(moment);
    int f = sensitive.length;
    double[] scale = new double[f];
    for (int i = 0; i < f; i++) {
      scale[i] = 1 / Math.sqrt(moment.get(sensitive[i], sensitive[i]));
    }
    double[] equilibrated = new double[f * f];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        equilibrated[i * f + j] = scale[i] * moment.get(sensitive[i], sensitive[j]) * scale[j];
      }
    }
    SymmetricEigen eigen = solver.solve(equilibrated, f);
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    boolean[] isSensitive = new boolean[n];
    for (int i = 0; i < f; i++) {
      values[i] = Math.max(0, eigen.values()[i]);
      isSensitive[sensitive[i]] = true;
      for (int j = 0; j < f; j++) {
        vectors[i * n + sensitive[j]] = eigen.vectors()[i * f + j] * scale[j];
      }
    }
    int next = f;
    for (int i = 0; i < n; i++) {
      if (!isSensitive[i]) {
        vectors[next++ * n + i] = 1;
      }
    }
    return new WhitenedSide(values, new Matrix(n, n, vectors));
  }

  int order() {
    return values.length;
  }

  /** The first of the vectors as {@code x_r / √λ_r}, a row each. */
  Matrix whitened(int count) {
    int n = order();
    double[] rows = new double[count * n];
    for (int r = 0; r < count; r++) {
      double length = 1 / Math.sqrt(values[r]);
      for (int i = 0; i < n; i++) {
        rows[r * n + i] = vectors.get(r, i) * length;
      }
    }
    return new Matrix(count, n, rows);
  }
}
