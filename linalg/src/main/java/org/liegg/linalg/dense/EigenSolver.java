package org.liegg.linalg.dense;

import org.liegg.api.NumericalException;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.EigenCheck;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.SmallestVectors;
import org.liegg.blas.SymmetricEigen;

/** Symmetric eigenproblems, each checked; what a native library got wrong pure Java repeats. */
public final class EigenSolver {
  private static final System.Logger LOG = System.getLogger(EigenSolver.class.getName());

  /**
   * An eigen-solve of order n takes about as long as this many times n³ operations of a product.
   */
  private static final double OPERATIONS = 10;

  /** Of fewer, all vectors are found in no time. */
  private static final int LARGE = 256;

  private final Kernels kernels;

  /** What a solve of this order counts for, in operations. */
  public static double operations(int order) {
    return OPERATIONS * order * order * order;
  }

  public EigenSolver(Kernels kernels) {
    this.kernels = kernels;
  }

  /**
   * Eigenvalues, descending, and eigenvectors, checked.
   *
   * @param symmetric {@code order × order}, both triangles, entries near 1 in magnitude
   * @throws NumericalException if no solver gives eigenvectors
   */
  public SymmetricEigen solve(double[] symmetric, int order) {
    return solve(symmetric, order, SmallestVectors.ALL);
  }

  /**
   * Eigenvalues, descending, and eigenvectors of the smallest, checked.
   *
   * @param symmetric {@code order × order}, both triangles, entries near 1 in magnitude
   * @param wanted how many vectors; there may be more
   * @throws NumericalException if no solver gives eigenvectors
   */
  public SymmetricEigen solve(double[] symmetric, int order, SmallestVectors wanted) {
    if (Scale.largest(symmetric, symmetric.length) == 0) {
      return SymmetricEigen.ofZero(order);
    }
    DenseKernel kernel = kernels.forWork(operations(order));
    if (kernel != kernels.java()) {
      try {
        SymmetricEigen eigen =
            wanted.all(order) || order < LARGE
                ? kernel.eigen(symmetric, order)
                : kernel.smallest(symmetric, order, wanted);
        if (EigenCheck.holds(symmetric, eigen)) {
          return eigen;
        }
        warn(kernel, order, "returned vectors that are no eigenvectors");
      } catch (NumericalException e) {
        warn(kernel, order, e.toString());
      }
    }
    SymmetricEigen eigen = kernels.java().eigen(symmetric, order);
    if (!EigenCheck.holds(symmetric, eigen)) {
      throw new NumericalException(
          "LIEGG-EIGEN-INACCURATE",
          "symmetric eigenproblem of order " + order,
          "the vectors found are not orthonormal eigenvectors to " + EigenCheck.TOLERANCE,
          "use the decomposition ejml-svd");
    }
    return eigen;
  }

  private static void warn(DenseKernel kernel, int order, String what) {
    NativeFailures.warn(LOG, kernel, "symmetric eigenproblem of order " + order, what);
  }
}
