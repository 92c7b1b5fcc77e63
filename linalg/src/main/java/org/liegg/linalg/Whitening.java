package org.liegg.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.liegg.api.Matrix;

/**
 * Splits coefficient space by a metric M: where it is felt, vectors w_i with {@code w_iᵀ M w_j =
 * δ_ij}; where it vanishes, an orthonormal basis of its nullspace.
 *
 * <p>M is equilibrated first, {@code D^-½ M D^-½ = S Λ Sᵀ} with D its diagonal, which makes the cut
 * independent of the units of the fields; {@code w_i = D^-½ s_i / √λ_i} for the λ above the cut.
 *
 * @param whitener a row a vector w_i, {@code rank × m}
 * @param trivial a row a vector, orthonormal, {@code (m − rank) × m}
 */
record Whitening(Matrix whitener, Matrix trivial) {

  /**
   * An eigenvalue of the equilibrated metric counts as zero at or below this share of the largest.
   * M is a product of two moments that are exact to about 1e-15 for double and 1e-14 (squared
   * rounding) for float gradients; and at the cut itself a defect is still good to about 1e-16 /
   * 1e-12 = 1e-4, well below any tolerance on it.
   */
  static final double CUT = 1e-12;

  /** Diagonal entries below this share of the largest have lost their digits to underflow. */
  private static final double VANISHING = 1e-200;

  static Whitening of(Symmetric metric, EigenSolver solver) {
    int m = metric.order();
    int[] felt = felt(metric);
    int f = felt.length;
    double[] scale = new double[f];
    for (int i = 0; i < f; i++) {
      scale[i] = 1 / Math.sqrt(metric.get(felt[i], felt[i]));
    }
    double[] equilibrated = new double[f * f];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        equilibrated[i * f + j] = scale[i] * metric.get(felt[i], felt[j]) * scale[j];
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
        whitener[i * m + felt[j]] = eigen.vectors()[i * f + j] * scale[j] * length;
      }
    }
    return new Whitening(
        new Matrix(rank, m, whitener),
        new Matrix(m - rank, m, trivial(m, felt, scale, eigen, rank)));
  }

  int rank() {
    return whitener.rows();
  }

  private static int[] felt(Symmetric metric) {
    double largest = 0;
    for (int a = 0; a < metric.order(); a++) {
      largest = Math.max(largest, metric.get(a, a));
    }
    int[] felt = new int[metric.order()];
    int count = 0;
    for (int a = 0; a < metric.order(); a++) {
      if (metric.get(a, a) > VANISHING * largest) {
        felt[count++] = a;
      }
    }
    return Arrays.copyOf(felt, count);
  }

  /** The coordinates that are not felt, and the nullspace {@code D^-½ s_i} among those that are. */
  private static double[] trivial(
      int m, int[] felt, double[] scale, SymmetricEigen eigen, int rank) {
    int f = felt.length;
    int nullity = f - rank;
    double[] basis = new double[(m - rank) * m];
    DMatrixRMaj columns = new DMatrixRMaj(f, nullity);
    for (int i = 0; i < nullity; i++) {
      double largest = 0;
      for (int j = 0; j < f; j++) {
        double value = eigen.vectors()[(rank + i) * f + j] * scale[j];
        columns.set(j, i, value);
        largest = Math.max(largest, Math.abs(value));
      }
      for (int j = 0; j < f; j++) {
        columns.set(j, i, columns.get(j, i) / largest);
      }
    }
    if (nullity > 0) {
      QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(f, nullity);
      qr.decompose(columns);
      DMatrixRMaj q = qr.getQ(null, true);
      for (int i = 0; i < nullity; i++) {
        for (int j = 0; j < f; j++) {
          basis[i * m + felt[j]] = q.get(j, i);
        }
      }
    }
    int row = nullity;
    for (int a = 0, next = 0; a < m; a++) {
      if (next < f && felt[next] == a) {
        next++;
      } else {
        basis[row++ * m + a] = 1;
      }
    }
    Orientation.apply(basis, m);
    return basis;
  }
}
