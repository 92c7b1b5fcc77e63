package org.liegg.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A Lie algebra in a basis: {@code [e_i, e_j] = Σ_k c_ij^k e_k}.
 *
 * @param dimension g
 * @param values c_ij^k at {@code (i·g + j)·g + k}
 */
record StructureConstants(int dimension, double[] values) {

  /** ad x: column j holds [x, e_j]. */
  DMatrixRMaj ad(double[] x) {
    int g = dimension;
    DMatrixRMaj ad = new DMatrixRMaj(g, g);
    for (int i = 0; i < g; i++) {
      if (x[i] != 0) {
        for (int j = 0; j < g; j++) {
          for (int k = 0; k < g; k++) {
            ad.data[k * g + j] += x[i] * values[(i * g + j) * g + k];
          }
        }
      }
    }
    return ad;
  }

  /** ad e_i. */
  DMatrixRMaj ad(int i) {
    double[] unit = new double[dimension];
    unit[i] = 1;
    return ad(unit);
  }

  /** The Killing form {@code K_ij = tr(ad e_i ad e_j)}. */
  DMatrixRMaj killing() {
    int g = dimension;
    DMatrixRMaj ads = new DMatrixRMaj(g, g * g);
    DMatrixRMaj transposed = new DMatrixRMaj(g, g * g);
    for (int i = 0; i < g; i++) {
      DMatrixRMaj ad = ad(i);
      System.arraycopy(ad.data, 0, ads.data, i * g * g, g * g);
      CommonOps_DDRM.transpose(ad);
      System.arraycopy(ad.data, 0, transposed.data, i * g * g, g * g);
    }
    DMatrixRMaj killing = Dense.multiplyTransB(ads, transposed);
    DMatrixRMaj symmetric = CommonOps_DDRM.transpose(killing, null);
    CommonOps_DDRM.add(0.5, killing, 0.5, symmetric, symmetric);
    return symmetric;
  }

  /** All brackets of the columns of one matrix with those of another, as columns. */
  DMatrixRMaj brackets(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj all = new DMatrixRMaj(dimension, left.numCols * right.numCols);
    for (int a = 0; a < left.numCols; a++) {
      double[] x = column(left, a);
      CommonOps_DDRM.insert(Dense.multiply(ad(x), right), all, 0, a * right.numCols);
    }
    return all;
  }

  /** An ideal or subalgebra that orthonormal columns span, in these columns as a basis. */
  StructureConstants within(DMatrixRMaj columns) {
    int h = columns.numCols;
    double[] c = new double[h * h * h];
    for (int i = 0; i < h; i++) {
      DMatrixRMaj images = Dense.multiply(ad(column(columns, i)), columns);
      DMatrixRMaj parts = Dense.multiplyTransA(columns, images);
      for (int j = 0; j < h; j++) {
        for (int k = 0; k < h; k++) {
          c[(i * h + j) * h + k] = parts.get(k, j);
        }
      }
    }
    return new StructureConstants(h, c);
  }

  /** The largest norm of a bracket of basis elements. */
  double largest() {
    double largest = 0;
    for (int at = 0; at < values.length; at += dimension) {
      double sum = 0;
      for (int k = 0; k < dimension; k++) {
        sum += values[at + k] * values[at + k];
      }
      largest = Math.max(largest, sum);
    }
    return Math.sqrt(largest);
  }

  static double[] column(DMatrixRMaj matrix, int k) {
    double[] column = new double[matrix.numRows];
    for (int i = 0; i < column.length; i++) {
      column[i] = matrix.get(i, k);
    }
    return column;
  }
}
