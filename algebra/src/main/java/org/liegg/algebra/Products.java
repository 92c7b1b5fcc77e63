package org.liegg.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Products of matrices whose innermost loop runs along rows: the one loop of this package that is
 * worth compiling early, and that the virtual machine turns into vector instructions.
 */
final class Products {

  private Products() {}

  /** {@code C += scale · A B}. */
  static void add(double scale, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    add(scale, a, b, c, 0);
  }

  /** {@code C += scale · A B}, leaving columns of C before the first as they are. */
  static void add(double scale, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c, int first) {
    int inner = a.numCols;
    int columns = b.numCols;
    if (b.numRows != inner || c.numRows != a.numRows || c.numCols != columns) {
      throw new IllegalArgumentException(
          "Products: (%d × %d)·(%d × %d) into %d × %d"
              .formatted(a.numRows, inner, b.numRows, columns, c.numRows, c.numCols));
    }
    int length = columns - first;
    for (int i = 0; i < a.numRows; i++) {
      int to = i * columns + first;
      int k = 0;
      for (; k + 4 <= inner; k += 4) {
        int at = i * inner + k;
        double w = scale * a.data[at];
        double x = scale * a.data[at + 1];
        double y = scale * a.data[at + 2];
        double z = scale * a.data[at + 3];
        addRows(c.data, to, length, b.data, k * columns + first, columns, w, x, y, z);
      }
      for (; k < inner; k++) {
        double weight = scale * a.data[i * inner + k];
        addRow(c.data, to, length, b.data, k * columns + first, weight);
      }
    }
  }

  private static void addRows(
      double[] c,
      int to,
      int length,
      double[] b,
      int from,
      int stride,
      double w,
      double x,
      double y,
      double z) {
    int second = from + stride;
    int third = second + stride;
    int fourth = third + stride;
    for (int j = 0; j < length; j++) {
      c[to + j] += w * b[from + j] + x * b[second + j] + (y * b[third + j] + z * b[fourth + j]);
    }
  }

  private static void addRow(double[] c, int to, int length, double[] b, int from, double weight) {
    for (int j = 0; j < length; j++) {
      c[to + j] += weight * b[from + j];
    }
  }

  /** AB. */
  static DMatrixRMaj of(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
    add(1, a, b, product);
    return product;
  }

  /** {@code C = A B}, in a place that is there. */
  static void set(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    Arrays.fill(c.data, 0);
    add(1, a, b, c);
  }

  static DMatrixRMaj transposed(DMatrixRMaj matrix) {
    return CommonOps_DDRM.transpose(matrix, null);
  }
}
