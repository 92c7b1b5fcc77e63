package org.liegg.linalg.lobpcg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.blas.View;
import org.liegg.linalg.dense.EigenSolver;

/**
 * For EᵀE of a complete basis: with gradients and positions independent of each other EᵀE would be
 * {@code (C ⊗ Φ) / N}, whose inverse two small eigenproblems give. Residuals are divided by {@code
 * μ + λ} in its eigenvectors, μ its eigenvalue there.
 */
final class KroneckerPreconditioner implements PlainPencil.Preconditioner {

  /** The smallest divisor, beside the largest μ. */
  private static final double FLOOR = 1e-12;

  private final FieldMap map;
  private final DenseKernel kernel;
  private final SymmetricEigen c;
  private final SymmetricEigen phi;
  private final double scale;

  /**
   * @param exponent the power of two by which EᵀE is scaled down
   */
  KroneckerPreconditioner(
      FieldMap map,
      Moments moments,
      long samples,
      int exponent,
      DenseKernel kernel,
      EigenSolver solver) {
    this.map = map;
    this.kernel = kernel;
    Symmetric gradients = moments.gradients();
    Symmetric features = moments.features();
    c = solver.solve(gradients.values(), gradients.order());
    phi = solver.solve(features.values(), features.order());
    scale =
        Math.scalb(
            1.0 / Math.max(1, samples), gradients.exponent() + features.exponent() - exponent);
  }

  @Override
  public void apply(double[] residuals, double[] values) {
    int d = c.order();
    int p = phi.order();
    int size = map.size();
    double floor = Math.max(Double.MIN_NORMAL, FLOOR * mu(0, 0));
    double[] matrix = new double[size];
    double[] coefficients = new double[size];
    try (Store left = kernel.store((long) d * d);
        Store right = kernel.store((long) p * p);
        Store first = kernel.store(size);
        Store second = kernel.store(size)) {
      View qc = left.view(0, d, d);
      View qf = right.view(0, p, p);
      qc.put(c.vectors());
      qf.put(phi.vectors());
      View a = first.view(0, d, p);
      View b = second.view(0, d, p);
      for (int v = 0; v < values.length; v++) {
        map.matrixOf(residuals, v * size, matrix);
        a.put(matrix);
        kernel.multiply(1, false, qc, false, a, 0, b);
        kernel.multiply(1, false, b, true, qf, 0, a);
        a.get(matrix);
        double shift = Math.max(floor, values[v]);
        for (int i = 0; i < d; i++) {
          for (int j = 0; j < p; j++) {
            matrix[i * p + j] /= mu(i, j) + shift;
          }
        }
        a.put(matrix);
        kernel.multiply(1, true, qc, false, a, 0, b);
        kernel.multiply(1, false, b, false, qf, 0, a);
        a.get(matrix);
        map.coefficientsOf(matrix, 1, coefficients);
        System.arraycopy(coefficients, 0, residuals, v * size, size);
      }
    }
  }

  /**
   * The directions that the baseline would move least, where the smallest singular values are for
   * want of scale rather than for symmetry: {@code q_i ⊗ q_j} of the smallest μ, as coefficients.
   */
  double[] smallest(int count) {
    int d = c.order();
    int p = phi.order();
    List<int[]> pairs = new ArrayList<>();
    for (int i = Math.max(0, d - count); i < d; i++) {
      for (int j = Math.max(0, p - count); j < p; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> mu(pair[0], pair[1])));
    int taken = Math.min(count, pairs.size());
    double[] matrices = new double[taken * map.size()];
    for (int v = 0; v < taken; v++) {
      int[] pair = pairs.get(v);
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < p; j++) {
          matrices[v * map.size() + i * p + j] =
              c.vectors()[pair[0] * d + i] * phi.vectors()[pair[1] * p + j];
        }
      }
    }
    double[] coefficients = new double[matrices.length];
    map.coefficientsOf(matrices, taken, coefficients);
    return coefficients;
  }

  /** The eigenvalue of {@code (C ⊗ Φ) / N} for a pair, in the scale of EᵀE. */
  private double mu(int i, int j) {
    return scale * Math.max(0, c.values()[i]) * Math.max(0, phi.values()[j]);
  }
}
