package org.liegg.api;

/**
 * Some rows of the network polarization matrix E, one for every sample and output, one column for
 * every candidate field: {@code E[(n, o), a] = ∇F_o(x_n) · v_a(x_n)}.
 *
 * @param rows number of rows
 * @param columns number of candidate fields m
 * @param values {@code rows × columns}, row-major
 */
public record Rows(int rows, int columns, double[] values) {

  /**
   * @throws IllegalArgumentException if a size is negative or {@code values} has another length
   */
  public Rows {
    Shapes.requireNonNegative("rows", rows);
    Shapes.requireNonNegative("columns", columns);
    Shapes.requireLength("Rows", values, (long) rows * columns);
  }

  /** Entry {@code (row, column)}. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }
}
