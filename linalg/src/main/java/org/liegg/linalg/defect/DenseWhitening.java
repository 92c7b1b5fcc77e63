package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.dense.Orthonormal;

/**
 * By one eigenproblem of the order of M.
 *
 * <p>M is equilibrated first, {@code D^-½ M D^-½ = S Λ Sᵀ} with D its diagonal, which makes the cut
 * independent of the units of the fields; {@code w_i = D^-½ s_i / √λ_i} for the λ above the cut.
 *
 * @param whitener a row a vector w_i, {@code rank × m}
 * @param trivial a row a vector, orthonormal, {@code (m − rank) × m}
 * @param exponent what the metric is scaled by
 */
record DenseWhitening(Matrix whitener, Matrix trivial, int exponent) implements Whitening {

  /** Diagonal entries below this share of the largest have lost their digits to underflow. */
  private static final double VANISHING = 1e-200;

  static DenseWhitening of(Symmetric metric, EigenSolver solver) {
    int m = metric.order();
    int[] sensitive = sensitive(metric);
    int f = sensitive.length;
    double[] scale = new double[f];
    for (int i = 0; i < f; i++) {
      scale[i] = 1 / Math.sqrt(metric.get(sensitive[i], sensitive[i]));
    }
    double[] equilibrated = new double[f * f];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        equilibrated[i * f + j] = scale[i] * metric.get(sensitive[i], sensitive[j]) * scale[j];
      }
    }
    SymmetricEigen eigen = solver.solve(equilibrated, f);
    int rank = 0;
    while (rank < f && eigen.values()[rank] > CUT * eigen.values()[0]) {
      rank++;
    }
    double[] whitener = new double[rank * m];
    for (int i = 0; i < rank; i++) {
      double length = 1 / Math.sqrt(eigen.values()[i]);
      for (int j = 0; j < f; j++) {
        whitener[i * m + sensitive[j]] = eigen.vectors()[i * f + j] * scale[j] * length;
      }
    }
    return new DenseWhitening(
        new Matrix(rank, m, whitener),
        new Matrix(m - rank, m, trivial(m, sensitive, scale, eigen, rank)),
        metric.exponent());
  }

  @Override
  public int rank() {
    return whitener.rows();
  }

  @Override
  public Matrix images(Matrix rows, Kernels kernels) {
    double operations = 2.0 * rows.rows() * rows.columns() * rank();
    return kernels.forWork(operations).multiplyByTransposed(rows, whitener);
  }

  @Override
  public Matrix combinations(Matrix coefficients, Kernels kernels) {
    double operations = 2.0 * coefficients.rows() * whitener.columns() * rank();
    return kernels.forWork(operations).multiply(coefficients, whitener);
  }

  /** The coordinates whose diagonal entry does not vanish beside the largest. */
  static int[] sensitive(Symmetric metric) {
    double largest = 0;
    for (int a = 0; a < metric.order(); a++) {
      largest = Math.max(largest, metric.get(a, a));
    }
    int[] sensitive = new int[metric.order()];
    int count = 0;
    for (int a = 0; a < metric.order(); a++) {
      if (metric.get(a, a) > VANISHING * largest) {
        sensitive[count++] = a;
      }
    }
    return Arrays.copyOf(sensitive, count);
  }

  /**
   * The coordinates that are insensitive, and the nullspace {@code D^-½ s_i} among those that are.
   */
  private static double[] trivial(
      int m, int[] sensitive, double[] scale, SymmetricEigen eigen, int rank) {
    int f = sensitive.length;
    int nullity = f - rank;
    double[] basis = new double[(m - rank) * m];
    double[] vectors = new double[nullity * f];
    for (int i = 0; i < nullity; i++) {
      for (int j = 0; j < f; j++) {
        vectors[i * f + j] = eigen.vectors()[(rank + i) * f + j] * scale[j];
      }
    }
    double[] orthonormal = Orthonormal.rows(new Matrix(nullity, f, vectors)).values();
    for (int i = 0; i < nullity; i++) {
      for (int j = 0; j < f; j++) {
        basis[i * m + sensitive[j]] = orthonormal[i * f + j];
      }
    }
    int row = nullity;
    for (int a = 0, next = 0; a < m; a++) {
      if (next < f && sensitive[next] == a) {
        next++;
      } else {
        basis[row++ * m + a] = 1;
      }
    }
    Orientation.apply(basis, m);
    return basis;
  }
}
