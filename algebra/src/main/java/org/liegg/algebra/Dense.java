package org.liegg.algebra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/** The few dense operations that this package needs, with their results in a fixed order. */
final class Dense {

  private Dense() {}

  /**
   * Eigenvalues ascending and orthonormal eigenvectors as columns.
   *
   * @param values ascending
   * @param vectors in the order of the values
   */
  record Eigen(double[] values, DMatrixRMaj vectors) {}

  /**
   * Singular values descending, with vectors of one side as columns.
   *
   * @param values descending
   * @param vectors orthonormal columns; right ones are a full basis: the nullspace is behind the
   *     rank
   */
  record Svd(double[] values, DMatrixRMaj vectors) {

    /** Number of values above a tolerance. */
    int rank(double tolerance) {
      return (int) Arrays.stream(values).filter(value -> value > tolerance).count();
    }
  }

  static Eigen eigen(DMatrixRMaj symmetric) {
    int n = symmetric.numRows;
    if (n == 0) {
      return new Eigen(new double[0], new DMatrixRMaj(0, 0));
    }
    EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(n, true, true);
    if (!solver.decompose(symmetric.copy())) {
      throw failed(n);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> solver.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      values[k] = solver.getEigenvalue(order[k]).getReal();
      CommonOps_DDRM.insert(solver.getEigenVector(order[k]), vectors, 0, k);
    }
    return new Eigen(values, vectors);
  }

  /**
   * Real and imaginary parts of the eigenvalues of any square matrix, in no order; empty where the
   * iteration does not converge, which is rare and another matrix away.
   */
  static Optional<double[][]> eigenvalues(DMatrixRMaj square) {
    EigenDecomposition_F64<DMatrixRMaj> solver =
        DecompositionFactory_DDRM.eig(square.numRows, false, false);
    if (!solver.decompose(square.copy())) {
      return Optional.empty();
    }
    double[][] values = new double[square.numRows][];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          new double[] {solver.getEigenvalue(i).getReal(), solver.getEigenvalue(i).getImaginary()};
    }
    return Optional.of(values);
  }

  /** With the right singular vectors. */
  static Svd svd(DMatrixRMaj matrix) {
    int rows = matrix.numRows;
    int columns = matrix.numCols;
    if (rows == 0 || columns == 0) {
      return new Svd(new double[0], CommonOps_DDRM.identity(columns));
    }
    // Rows of zeros make the right side complete where there are fewer rows than columns.
    DMatrixRMaj tall = matrix;
    if (rows < columns) {
      tall = new DMatrixRMaj(columns, columns);
      CommonOps_DDRM.insert(matrix, tall, 0, 0);
    }
    SingularValueDecomposition_F64<DMatrixRMaj> solver =
        DecompositionFactory_DDRM.svd(tall.numRows, columns, false, true, true);
    if (!solver.decompose(tall.copy())) {
      throw failed(columns);
    }
    return sorted(solver.getSingularValues(), solver.getV(null, false), Math.min(rows, columns));
  }

  /** Left singular vectors of a matrix with no fewer rows than columns, the largest value first. */
  static Svd left(DMatrixRMaj tall) {
    SingularValueDecomposition_F64<DMatrixRMaj> solver =
        DecompositionFactory_DDRM.svd(tall.numRows, tall.numCols, true, false, true);
    if (!solver.decompose(tall.copy())) {
      throw failed(tall.numRows);
    }
    return sorted(solver.getSingularValues(), solver.getU(null, false), tall.numCols);
  }

  private static Svd sorted(double[] found, DMatrixRMaj vectors, int count) {
    int columns = Math.min(found.length, vectors.numCols);
    int[] order =
        IntStream.range(0, columns)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -found[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[count];
    DMatrixRMaj ordered = new DMatrixRMaj(vectors.numRows, columns);
    for (int k = 0; k < columns; k++) {
      for (int i = 0; i < vectors.numRows; i++) {
        ordered.set(i, k, vectors.get(i, order[k]));
      }
      if (k < count) {
        values[k] = found[order[k]];
      }
    }
    return new Svd(values, ordered);
  }

  /** Orthonormal columns that span what is left of R^n outside some orthonormal columns. */
  static DMatrixRMaj complement(DMatrixRMaj orthonormal) {
    DMatrixRMaj transposed = CommonOps_DDRM.transpose(orthonormal, null);
    Svd svd = svd(transposed);
    return columns(svd.vectors(), orthonormal.numCols, orthonormal.numRows);
  }

  static DMatrixRMaj columns(DMatrixRMaj matrix, int from, int to) {
    DMatrixRMaj part = new DMatrixRMaj(matrix.numRows, to - from);
    for (int i = 0; i < matrix.numRows; i++) {
      System.arraycopy(
          matrix.data, i * matrix.numCols + from, part.data, i * (to - from), to - from);
    }
    return part;
  }

  static DMatrixRMaj rows(DMatrixRMaj matrix, int from, int to) {
    DMatrixRMaj part = new DMatrixRMaj(to - from, matrix.numCols);
    System.arraycopy(matrix.data, from * matrix.numCols, part.data, 0, part.getNumElements());
    return part;
  }

  static DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
    return Products.of(a, b);
  }

  static DMatrixRMaj multiplyTransA(DMatrixRMaj a, DMatrixRMaj b) {
    return Products.of(Products.transposed(a), b);
  }

  static DMatrixRMaj multiplyTransB(DMatrixRMaj a, DMatrixRMaj b) {
    return Products.of(a, Products.transposed(b));
  }

  /** AB − BA. */
  static DMatrixRMaj commutator(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj product = multiply(a, b);
    Products.add(-1, b, a, product);
    return product;
  }

  static DMatrixRMaj wrap(Matrix matrix) {
    return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.values());
  }

  static Matrix unwrap(DMatrixRMaj matrix) {
    return new Matrix(
        matrix.numRows, matrix.numCols, Arrays.copyOf(matrix.data, matrix.getNumElements()));
  }

  /** Vectors as the columns of a matrix. */
  static DMatrixRMaj fromColumns(int length, List<double[]> vectors) {
    DMatrixRMaj matrix = new DMatrixRMaj(length, vectors.size());
    for (int k = 0; k < vectors.size(); k++) {
      for (int i = 0; i < length; i++) {
        matrix.set(i, k, vectors.get(k)[i]);
      }
    }
    return matrix;
  }

  static NumericalException failed(int order) {
    return new NumericalException(
        "LIEGG-ALGEBRA-NO-CONVERGENCE",
        "the structure of the learned algebra",
        "a decomposition of order %d did not converge".formatted(order),
        "check the generators for values that are not finite");
  }
}
