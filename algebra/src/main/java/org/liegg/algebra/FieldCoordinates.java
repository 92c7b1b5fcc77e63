package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * Elements as coefficients of the candidate fields. The built-in bases are orthonormal in the
 * product of their matrices, so that coefficients are inner products; where an element is not put
 * together again by them, there is no answer.
 */
final class FieldCoordinates {
  private static final double EXACT = 1e-9;

  /** Numbers in the matrices of all fields together, beyond which they are not computed. */
  private static final double LARGEST = 2e7;

  private FieldCoordinates() {}

  /**
   * The coefficients of some elements.
   *
   * @param columns matrices, row-major
   * @return a row an element, {@code elements × fields}
   */
  static Optional<Matrix> of(GroupAction action, DMatrixRMaj columns) {
    int m = action.dimension();
    if ((double) m * columns.numRows > LARGEST) {
      return Optional.empty();
    }
    double[] rows = new double[columns.numCols * m];
    double[] unit = new double[m];
    DMatrixRMaj rest = columns.copy();
    for (int a = 0; a < m; a++) {
      unit[a] = 1;
      Optional<Matrix> matrix = action.matrix(unit);
      unit[a] = 0;
      if (matrix.isEmpty() || matrix.get().values().length != columns.numRows) {
        return Optional.empty();
      }
      double[] field = matrix.get().values();
      for (int k = 0; k < columns.numCols; k++) {
        double product = 0;
        for (int i = 0; i < field.length; i++) {
          product += field[i] * columns.get(i, k);
        }
        rows[k * m + a] = product;
        for (int i = 0; i < field.length; i++) {
          rest.add(i, k, -product * field[i]);
        }
      }
    }
    for (double value : rest.data) {
      if (Math.abs(value) > EXACT) {
        return Optional.empty();
      }
    }
    return Optional.of(new Matrix(columns.numCols, m, rows));
  }
}
