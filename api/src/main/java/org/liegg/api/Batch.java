package org.liegg.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * Some samples: a row a sample, a column a feature.
 *
 * @param rows number of samples, ≥ 0
 * @param columns features of one sample
 * @param values {@code rows × columns}, row-major
 */
public record Batch(int rows, int columns, double[] values) {

  /**
   * @throws IllegalArgumentException if a size is negative or {@code values} has another length
   */
  public Batch {
    Shapes.requireNonNegative("rows", rows);
    Shapes.requireNonNegative("columns", columns);
    Shapes.requireLength("Batch", values, (long) rows * columns);
  }

  /** A batch of no samples. */
  public static Batch empty(int columns) {
    return new Batch(0, columns, new double[0]);
  }

  /** Feature {@code column} of sample {@code row}. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }

  /**
   * The samples {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if the range is not within the batch
   */
  public Batch slice(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    if (from == 0 && to == rows) {
      return this;
    }
    return new Batch(to - from, columns, Arrays.copyOfRange(values, from * columns, to * columns));
  }

  /**
   * The features {@code from} (inclusive) to {@code to} (exclusive) of every sample.
   *
   * @throws IndexOutOfBoundsException if the range is not within a sample
   */
  public Batch features(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    if (from == 0 && to == columns) {
      return this;
    }
    int width = to - from;
    double[] part = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns + from, part, row * width, width);
    }
    return new Batch(rows, width, part);
  }

  /**
   * The columns of another batch of as many samples behind the columns of this one.
   *
   * @throws IndexOutOfBoundsException if the other has fewer samples
   */
  public Batch beside(Batch other) {
    int width = Math.addExact(columns, other.columns);
    double[] both = new double[Math.multiplyExact(rows, width)];
    for (int n = 0; n < rows; n++) {
      System.arraycopy(values, n * columns, both, n * width, columns);
      System.arraycopy(other.values, n * other.columns, both, n * width + columns, other.columns);
    }
    return new Batch(rows, width, both);
  }
}
