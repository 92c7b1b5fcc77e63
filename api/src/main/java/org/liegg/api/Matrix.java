package org.liegg.api;

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

  /** Entry {@code (row, column)}. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }
}
