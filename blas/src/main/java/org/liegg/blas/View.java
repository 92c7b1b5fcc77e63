package org.liegg.blas;

/**
 * A row-major matrix inside a {@link Store}.
 *
 * @param store where it is
 * @param from position of its first entry
 * @param rows number of rows
 * @param columns number of columns
 * @param stride distance from a row to the next, ≥ columns
 */
public record View(Store store, long from, int rows, int columns, int stride) {

  /** Some of the rows. */
  public View rows(int first, int count) {
    return new View(store, from + (long) first * stride, count, columns, stride);
  }

  /** Some of the columns. */
  public View columns(int first, int count) {
    return new View(store, from + first, rows, count, stride);
  }

  /** The same numbers, dealt out into rows of another length; of a view without gaps. */
  public View shaped(int newRows, int newColumns) {
    if (stride != columns || (long) newRows * newColumns != (long) rows * columns) {
      throw new IllegalArgumentException(
          "%d × %d as %d × %d".formatted(rows, columns, newRows, newColumns));
    }
    return new View(store, from, newRows, newColumns, newColumns);
  }

  /** A copy, row-major without gaps. */
  public double[] toArray() {
    double[] values = new double[Math.multiplyExact(rows, columns)];
    get(values);
    return values;
  }

  /** Copies all entries to the front of {@code target}. */
  public void get(double[] target) {
    if (stride == columns) {
      store.get(from, target, 0, rows * columns);
      return;
    }
    for (int row = 0; row < rows; row++) {
      store.get(from + (long) row * stride, target, row * columns, columns);
    }
  }

  /** Sets all entries from the front of {@code values}. */
  public void put(double[] values) {
    if (stride == columns) {
      store.put(from, values, 0, rows * columns);
      return;
    }
    for (int row = 0; row < rows; row++) {
      store.put(from + (long) row * stride, values, row * columns, columns);
    }
  }
}
