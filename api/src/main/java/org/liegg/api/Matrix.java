package org.liegg.api;

import java.util.Arrays;

/**
 * A dense matrix.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values {@code rows × columns}, row-major
 */
public record Matrix(int rows, int columns, double[] values) {

  /**
   * @throws IllegalArgumentException if a size is negative or {@code values} has another length
   */
  public Matrix {
    Shapes.requireNonNegative("rows", rows);
    Shapes.requireNonNegative("columns", columns);
    Shapes.requireLength("Matrix", values, (long) rows * columns);
  }

  /** A copy of every row, as an array of its own. */
  public double[][] copyRows() {
    double[][] copies = new double[rows][];
    for (int r = 0; r < rows; r++) {
      copies[r] = Arrays.copyOfRange(values, r * columns, (r + 1) * columns);
    }
    return copies;
  }

  /** Entry {@code (row, column)}. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }
}
