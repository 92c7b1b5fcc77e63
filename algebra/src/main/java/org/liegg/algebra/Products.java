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
    double[] weights = new double[4];
    for (int i = 0; i < a.numRows; i++) {
      int to = i * columns + first;
      int k = 0;
      for (; k + 4 <= inner; k += 4) {
        int at = i * inner + k;
        for (int s = 0; s < 4; s++) {
          weights[s] = scale * a.data[at + s];
        }
        addRows(c, i, b, k, first, weights);
      }
      for (; k < inner; k++) {
        double weight = scale * a.data[i * inner + k];
        addRow(c.data, to, length, b.data, k * columns + first, weight);
      }
    }
  }

  /**
   * Adds four rows of B from row k on, each by its weight, to row i of C behind the first columns.
   */
  private static void addRows(
      DMatrixRMaj sum, int i, DMatrixRMaj rows, int k, int first, double[] weights) {
    double[] c = sum.data;
    double[] b = rows.data;
    double w = weights[0];
    double x = weights[1];
    double y = weights[2];
    double z = weights[3];
    int length = sum.numCols - first;
    int to = i * sum.numCols + first;
    int from = k * rows.numCols + first;
    int second = from + rows.numCols;
    int third = second + rows.numCols;
    int fourth = third + rows.numCols;
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
