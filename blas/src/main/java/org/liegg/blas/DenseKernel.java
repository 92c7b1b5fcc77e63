package org.liegg.blas;

import org.liegg.api.Matrix;

/** The dense operations that the decompositions are built on; all arrays are row-major. */
public interface DenseKernel {

  /** What does the work, as people read it. */
  String description();

  /**
   * A running sum of XᵀX.
   *
   * @param upper its value so far, {@code columns × columns}, of which the upper triangle counts;
   *     not written to
   */
  GramWorkspace gram(double[] upper, int columns);

  /** A·B. */
  Matrix multiply(Matrix a, Matrix b);

  /** A·Bᵀ. */
  Matrix multiplyByTransposed(Matrix a, Matrix b);

  /**
   * All eigenvalues and eigenvectors of a symmetric matrix.
   *
   * @param symmetric {@code order × order}, both triangles filled; not written to
   * @throws org.liegg.api.NumericalException if the iteration does not converge
   */
  SymmetricEigen eigen(double[] symmetric, int order);

  /**
   * All eigenvalues of a symmetric matrix, and the eigenvectors of the smallest.
   *
   * @param symmetric {@code order × order}, both triangles filled; not written to
   * @param wanted how many vectors; there may be more
   * @throws org.liegg.api.NumericalException if the iteration does not converge
   */
  default SymmetricEigen smallest(double[] symmetric, int order, SmallestVectors wanted) {
    return eigen(symmetric, order);
  }

  /**
   * The triangular factor of streamed rows.
   *
   * @param upper its value so far, {@code columns × columns}, zeros below the diagonal; not written
   *     to
   */
  TriangularWorkspace triangular(double[] upper, int columns);

  /**
   * Singular values, descending, and right singular vectors.
   *
   * @param a at least as many rows as columns, entries of ordinary size; not written to
   * @throws org.liegg.api.NumericalException if the iteration does not converge
   */
  SymmetricEigen rightSvd(Matrix a);

  /**
   * A running sum of products of pairs.
   *
   * @param sum its value so far, block after block; not written to
   */
  PairWorkspace pairs(double[] sum, KroneckerLayout layout);

  /** Room for so many numbers, where this kernel works best on them. */
  default Store store(long length) {
    return new HeapStore(length);
  }

  /**
   * {@code C ← α·op(A)·op(B) + β·C} within stores of this kernel, where op transposes or does not;
   * not both at once.
   */
  default void multiply(
      double alpha, boolean transposeA, View a, boolean transposeB, View b, double beta, View c) {
    HeapProduct.multiply(alpha, transposeA, a, transposeB, b, beta, c);
  }
}
