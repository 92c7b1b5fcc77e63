package org.liegg.blas.affine;

import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * The right-hand side of products in single precision: a matrix that stays the same for many of
 * them. It is packed outside the heap when the native library is first given it, and released with
 * the last session that has it. Safe for use by many threads.
 */
public final class FloatMatrix {
  private final float[][] rows;
  private final int columns;
  private @Nullable FloatPointer packed;

  private FloatMatrix(float[][] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A matrix with these entries.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @param entries its entries
   */
  public static FloatMatrix of(int rows, int columns, Entries entries) {
    float[][] values = new float[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row][column] = (float) entries.at(row, column);
      }
    }
    return new FloatMatrix(values, columns);
  }

  /** Its rows, which are not to be changed. */
  float[][] rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of rows. */
  public int inner() {
    return rows.length;
  }

  /** Row-major, outside the heap. */
  synchronized FloatPointer packed() {
    FloatPointer known = packed;
    if (known == null) {
      known = PackedFloats.pack(rows);
      packed = known;
    }
    return known;
  }
}
