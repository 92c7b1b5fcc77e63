package org.liegg.blas.affine;

/** Products {@code C = A B} of many rows with a matrix, in double precision. For one thread. */
public interface DoubleRowProducts {

  /**
   * Multiplies.
   *
   * @param a {@code rows × b.inner()} values from {@code aFrom} on, row-major
   * @param b the matrix
   * @param c {@code rows × b.columns()} values, overwritten from {@code cFrom} on
   */
  void multiply(double[] a, int aFrom, int rows, DoubleMatrix b, double[] c, int cFrom);
}
