package org.liegg.linalg.lobpcg;

import java.util.ArrayList;
import java.util.List;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.dense.WorkerPool;

/**
 * {@code G = RᵀR} of a positive definite matrix, block after block, and what its inverse does to
 * vectors. Of the diagonal blocks of R the inverses are kept: it serves to find directions, for
 * which that is accurate enough.
 */
final class CholeskyFactor {
  private static final int BLOCK = UpperTiles.ROWS;

  private final View upper;
  private final DenseKernel kernel;
  private final List<double[]> inverses = new ArrayList<>();

  private CholeskyFactor(View upper, DenseKernel kernel) {
    this.upper = upper;
    this.kernel = kernel;
  }

  /**
   * Factors a matrix in its place.
   *
   * @param upper its upper triangle; what is below the diagonal is not looked at, and lost
   * @param least what a pivot is raised to where rounding, or an indefinite matrix, leaves less
   */
  static CholeskyFactor of(View upper, double least, DenseKernel kernel, WorkerPool pool) {
    CholeskyFactor factor = new CholeskyFactor(upper, kernel);
    int n = upper.rows();
    try (Store small = kernel.store((long) BLOCK * BLOCK);
        Store wide = kernel.store((long) BLOCK * n)) {
      for (int from = 0; from < n; from += BLOCK) {
        pool.requireUninterrupted();
        factor.eliminate(from, Math.min(BLOCK, n - from), least, small, wide, pool);
      }
    }
    return factor;
  }

  private void eliminate(
      int from, int width, double least, Store small, Store wide, WorkerPool pool) {
    int n = upper.rows();
    double[] block = upper.rows(from, width).columns(from, width).toArray();
    double[] inverse = inverseOf(factored(block, width, least), width);
    inverses.add(inverse);
    int rest = n - from - width;
    if (rest == 0) {
      return;
    }
    View left = small.view(0, width, width);
    left.put(inverse);
    View right = upper.rows(from, width).columns(from + width, rest);
    View panel = wide.view(0, width, rest);
    // Aside, since a product cannot be written over what it is of.
    kernel.multiply(1, true, left, false, right, 0, panel);
    right.put(panel.toArray());
    UpperTiles.forEach(
        pool,
        from + width,
        n,
        (row, rows) ->
            kernel.multiply(
                -1,
                true,
                panel.columns(row - from - width, rows),
                false,
                panel.columns(row - from - width, n - row),
                1,
                upper.rows(row, rows).columns(row, n - row)));
  }

  /** R of a small block, zeros below the diagonal. */
  private static double[] factored(double[] block, int width, double least) {
    double[] r = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        double sum = block[i * width + j];
        for (int k = 0; k < i; k++) {
          sum -= r[k * width + i] * r[k * width + j];
        }
        r[i * width + j] = i == j ? Math.sqrt(Math.max(sum, least)) : sum / r[i * width + i];
      }
    }
    return r;
  }

  private static double[] inverseOf(double[] r, int width) {
    double[] inverse = new double[width * width];
    for (int j = 0; j < width; j++) {
      inverse[j * width + j] = 1 / r[j * width + j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += r[i * width + k] * inverse[k * width + j];
        }
        inverse[i * width + j] = -sum / r[i * width + i];
      }
    }
    return inverse;
  }

  /**
   * {@code b_i ← G⁻¹ b_i}, in place.
   *
   * @param vectors a row each
   */
  void solve(View vectors) {
    int n = upper.rows();
    int count = vectors.rows();
    try (Store small = kernel.store((long) BLOCK * BLOCK);
        Store some = kernel.store((long) count * BLOCK)) {
      for (int block = 0; block < inverses.size(); block++) {
        int from = block * BLOCK;
        int width = Math.min(BLOCK, n - from);
        View solved = times(vectors, block, false, small, some);
        View rest = upper.rows(from, width).columns(from + width, n - from - width);
        kernel.multiply(
            -1, false, solved, false, rest, 1, vectors.columns(from + width, rest.columns()));
      }
      for (int block = inverses.size() - 1; block >= 0; block--) {
        int from = block * BLOCK;
        int width = Math.min(BLOCK, n - from);
        View rest = upper.rows(from, width).columns(from + width, n - from - width);
        View done = vectors.columns(from + width, rest.columns());
        if (rest.columns() > 0) {
          kernel.multiply(-1, false, done, true, rest, 1, vectors.columns(from, width));
        }
        times(vectors, block, true, small, some);
      }
    }
  }

  /** The entries of a block times the inverse of R there, or its transpose; in place. */
  private View times(View vectors, int block, boolean transposed, Store small, Store some) {
    int from = block * BLOCK;
    int width = Math.min(BLOCK, upper.rows() - from);
    View inverse = small.view(0, width, width);
    inverse.put(inverses.get(block));
    View part = vectors.columns(from, width);
    View result = some.view(0, vectors.rows(), width);
    kernel.multiply(1, false, part, transposed, inverse, 0, result);
    part.put(result.toArray());
    return part;
  }
}
