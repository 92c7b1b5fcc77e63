package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.liegg.api.NumericalException;

/**
 * Symmetric eigenproblems by LAPACK. All matrices are column-major: symmetric input is its own
 * transpose, and the columns that come back are rows here, without LAPACKE's two transpositions.
 */
final class NativeEigen {

  private NativeEigen() {}

  /** All values and vectors, by dsyevd. */
  static SymmetricEigen all(double[] symmetric, int order) {
    double[] vectors = symmetric.clone();
    double[] values = new double[order];
    int[] status = new int[1];
    BlasThreads.run(
        () ->
            status[0] =
                openblas.LAPACKE_dsyevd(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'V',
                    (byte) 'L',
                    order,
                    vectors,
                    order,
                    values));
    require("dsyevd", status[0], order);
    return SymmetricEigen.fromAscending(values, vectors);
  }

  /**
   * All values, and vectors of the smallest: the matrix is made tridiagonal (dsytrd), its values
   * are found (dsterf), then as many vectors as these ask for (dstemr), which are turned back
   * (dormtr). Of few vectors, nearly all of the time is that of the first step, about half of
   * dsyevd's.
   */
  static SymmetricEigen smallest(double[] symmetric, int order, SmallestVectors wanted) {
    double[] vectors;
    double[] values;
    try (DoublePointer matrix = new DoublePointer(symmetric);
        DoublePointer reflectors = new DoublePointer((long) order)) {
      double[] diagonal = new double[order];
      double[] beside = new double[order];
      tridiagonal(matrix, order, diagonal, beside, reflectors);
      values = values(diagonal, beside);
      int count = wanted.of(values);
      try (DoublePointer turned = new DoublePointer(tridiagonalVectors(diagonal, beside, count))) {
        turn(matrix, reflectors, turned, order, count);
        vectors = new double[count * order];
        turned.get(vectors);
      }
    }
    return SymmetricEigen.fromAscending(values, vectors);
  }

  private static void tridiagonal(
      DoublePointer matrix,
      int order,
      double[] diagonal,
      double[] beside,
      DoublePointer reflectors) {
    try (DoublePointer d = new DoublePointer((long) order);
        DoublePointer e = new DoublePointer((long) order)) {
      int[] status = new int[1];
      BlasThreads.run(
          () ->
              status[0] =
                  openblas.LAPACKE_dsytrd(
                      openblas.LAPACK_COL_MAJOR,
                      (byte) 'L',
                      order,
                      matrix,
                      order,
                      d,
                      e,
                      reflectors));
      require("dsytrd", status[0], order);
      d.get(diagonal);
      e.get(beside, 0, order - 1);
    }
  }

  /** Ascending. */
  private static double[] values(double[] diagonal, double[] beside) {
    double[] values = diagonal.clone();
    double[] overwritten = beside.clone();
    int[] status = new int[1];
    BlasThreads.run(() -> status[0] = openblas.LAPACKE_dsterf(values.length, values, overwritten));
    require("dsterf", status[0], values.length);
    return values;
  }

  /** Of the smallest values, a row a vector. */
  private static double[] tridiagonalVectors(double[] diagonal, double[] beside, int count) {
    int order = diagonal.length;
    double[] vectors = new double[count * order];
    int[] found = new int[1];
    int[] status = new int[1];
    BlasThreads.run(
        () ->
            status[0] =
                openblas.LAPACKE_dstemr(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'V',
                    (byte) 'I',
                    order,
                    diagonal.clone(),
                    beside.clone(),
                    0,
                    0,
                    1,
                    count,
                    found,
                    new double[order],
                    vectors,
                    order,
                    count,
                    new int[2 * count],
                    new int[] {1}));
    require("dstemr", status[0], order);
    if (found[0] != count) {
      throw failed(order, "dstemr found %d vectors of %d".formatted(found[0], count));
    }
    return vectors;
  }

  /** From the tridiagonal matrix to the symmetric one. */
  private static void turn(
      DoublePointer matrix, DoublePointer reflectors, DoublePointer vectors, int order, int count) {
    int[] status = new int[1];
    BlasThreads.run(
        () ->
            status[0] =
                openblas.LAPACKE_dormtr(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'L',
                    (byte) 'L',
                    (byte) 'N',
                    order,
                    count,
                    matrix,
                    order,
                    reflectors,
                    vectors,
                    order));
    require("dormtr", status[0], order);
  }

  private static void require(String routine, int info, int order) {
    if (info != 0) {
      throw failed(order, "LAPACK %s returned %d".formatted(routine, info));
    }
  }

  private static NumericalException failed(int order, String what) {
    return new NumericalException(
        "LIEGG-EIGEN-FAILED",
        "symmetric eigenproblem of order " + order,
        what,
        "run with -Dorg.liegg.native=false");
  }
}
