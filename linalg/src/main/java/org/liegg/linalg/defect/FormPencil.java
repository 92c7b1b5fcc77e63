package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * {@code A h = λ B h} for two small forms, B semidefinite.
 *
 * @param values λ, descending, one for each direction that B sees
 * @param vectors h, a row each
 * @param vanishing orthonormal directions that B does not see, a row each
 */
record FormPencil(double[] values, Matrix vectors, Matrix vanishing) {

  static FormPencil of(double[] a, double[] b, int order, EigenSolver solver, Kernels kernels) {
    DenseWhitening white = DenseWhitening.of(Symmetric.ofUpper(b.clone(), order, 0), solver);
    Matrix w = white.whitener();
    int rank = white.rank();
    Symmetric restricted =
        Symmetric.ofUpper(congruent(w, new Matrix(order, order, a), kernels), rank, 0);
    SymmetricEigen eigen = solver.solve(restricted.values(), rank);
    double[] values = new double[rank];
    for (int k = 0; k < rank; k++) {
      values[k] =
          Math.max(0, Math.scalb(eigen.values()[k], restricted.exponent() - white.exponent()));
    }
    Matrix vectors =
        kernels
            .forWork(2.0 * rank * rank * order)
            .multiply(new Matrix(rank, rank, eigen.vectors()), w);
    return new FormPencil(values, vectors, white.trivial());
  }

  /** {@code W A Wᵀ}. */
  static double[] congruent(Matrix w, Matrix a, Kernels kernels) {
    DenseKernel kernel = kernels.forWork(4.0 * w.rows() * a.rows() * a.columns());
    return kernel.multiplyByTransposed(kernel.multiply(w, a), w).values();
  }
}
