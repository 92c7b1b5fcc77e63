package org.liegg.blas;

import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/**
 * Singular values and right singular vectors of a dense matrix, {@code A = U Σ Vᵀ}, by EJML, in a
 * promised order and checked.
 */
public final class RightSvd {
  private static final double TOLERANCE = 1e-10;

  private RightSvd() {}

  /**
   * Decomposes a matrix.
   *
   * @param a at least as many rows as columns, entries of ordinary size
   * @return σ descending, and V, a row a vector
   * @throws NumericalException if the iteration does not converge, or to something else
   */
  public static SymmetricEigen of(Matrix a) {
    int n = a.columns();
    if (Scale.largest(a.values(), a.values().length) == 0) {
      return SymmetricEigen.ofZero(n);
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(a.rows(), n, false, true, true);
    if (!svd.decompose(DMatrixRMaj.wrap(a.rows(), n, a.values().clone()))) {
      throw new NumericalException(
          "LIEGG-SVD-FAILED",
          "singular value decomposition of %d columns".formatted(n),
          "the QR iteration did not converge",
          "use the decomposition gram");
    }
    double[] sigma = svd.getSingularValues();
    DMatrixRMaj transposed = svd.getV(null, true);
    // EJML leaves the order of its singular values open.
    int[] descending = Vectors.descending(Arrays.copyOf(sigma, n));
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i] = sigma[descending[i]];
      System.arraycopy(transposed.data, descending[i] * n, vectors, i * n, n);
    }
    requireAccurate(a, values, new Matrix(n, n, vectors));
    return new SymmetricEigen(n, values, vectors);
  }

  /** {@code ‖A v_i‖ = σ_i}, and the vectors orthonormal. */
  private static void requireAccurate(Matrix a, double[] values, Matrix vectors) {
    int n = vectors.rows();
    JavaKernel kernel = new JavaKernel();
    Matrix images = kernel.multiplyByTransposed(vectors, a);
    Matrix inner = kernel.multiplyByTransposed(vectors, vectors);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < a.rows(); j++) {
        square += images.get(i, j) * images.get(i, j);
      }
      worst = Math.max(worst, Math.abs(Math.sqrt(square) - values[i]) / values[0]);
      for (int j = 0; j < n; j++) {
        worst = Math.max(worst, Math.abs(inner.get(i, j) - (i == j ? 1 : 0)));
      }
    }
    if (!(worst <= TOLERANCE)) {
      throw new NumericalException(
          "LIEGG-SVD-INACCURATE",
          "singular value decomposition of %d columns".formatted(n),
          String.format(Locale.ROOT, "residual or orthonormality is off by %.1e", worst),
          "use the decomposition gram");
    }
  }
}
