package org.liegg.blas.affine;

/** Products {@code C = A B} of many rows with a matrix, in single precision. For one thread. */
public interface FloatRowProducts {

  /**
   * Multiplies.
   *
   * @param a {@code rows × b.inner()} values from {@code aFrom} on, row-major
   * @param b the matrix
   * @param c {@code rows × b.columns()} values, overwritten from {@code cFrom} on
   */
  void multiply(float[] a, int aFrom, int rows, FloatMatrix b, float[] c, int cFrom);
}
