package org.liegg.blas.affine;

import java.util.Arrays;

/**
 * The products in Java: rows of B are added to a row of C, four at a time, in loops that become
 * vector instructions.
 */
final class JavaDoubleRowProducts implements DoubleRowProducts {
  private double[] sum = {};

  @Override
  public void multiply(double[] a, int aFrom, int rows, DoubleMatrix b, double[] c, int cFrom) {
    int columns = b.columns();
    if (sum.length < columns) {
      sum = new double[columns];
    }
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sum, 0, columns, 0);
      addRows(a, aFrom + row * b.inner(), b.rows(), columns);
      System.arraycopy(sum, 0, c, cFrom + row * columns, columns);
    }
  }

  private void addRows(double[] a, int from, double[][] b, int columns) {
    int k = 0;
    for (; k + 3 < b.length; k += 4) {
      int at = from + k;
      JavaDoubleProducts.add(
          a[at], b[k], a[at + 1], b[k + 1], a[at + 2], b[k + 2], a[at + 3], b[k + 3], sum, columns);
    }
    for (; k < b.length; k++) {
      JavaDoubleProducts.add(a[from + k], b[k], sum, columns);
    }
  }
}
