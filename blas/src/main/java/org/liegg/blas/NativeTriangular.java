package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.liegg.api.NumericalException;

/**
 * The triangular factor on LAPACK's dgeqrt, of R stacked on a block, column-major outside the heap.
 * dgeqrt factors its panels recursively. dtpqrt would spare the rows of R but factors panels column
 * by column, which evens out on one thread and loses on two (docs/benchmarks.md).
 */
final class NativeTriangular implements TriangularWorkspace {

  /** Columns a panel; the rate is flat around it. */
  private static final int PANEL = 32;

  private static final int STRIP = 8;

  private final int columns;
  private final int panel;
  private final DoublePointer reflectors;
  private final DoublePointer work;
  private double[] upper;
  private DoublePointer stacked = new DoublePointer();
  private int capacity;

  /**
   * @param upper R so far; not written to
   */
  NativeTriangular(double[] upper, int columns) {
    this.columns = columns;
    this.upper = upper.clone();
    panel = Math.max(1, Math.min(PANEL, columns));
    reflectors = new DoublePointer((long) panel * Math.max(1, columns));
    work = new DoublePointer((long) panel * Math.max(1, columns));
  }

  @Override
  public void add(double[] values, int rows) {
    if (rows == 0 || columns == 0) {
      return;
    }
    reserve(rows);
    int height = columns + capacity;
    transpose(values, rows, height);
    int[] status = new int[1];
    BlasThreads.run(
        () ->
            status[0] =
                openblas.LAPACKE_dgeqrt_work(
                    openblas.LAPACK_COL_MAJOR,
                    columns + rows,
                    columns,
                    panel,
                    stacked,
                    height,
                    reflectors,
                    panel,
                    work));
    int info = status[0];
    if (info != 0) {
      throw new NumericalException(
          "LIEGG-QR-FAILED",
          "QR decomposition of %d columns".formatted(columns),
          "LAPACK dgeqrt returned " + info,
          "run with -Dorg.liegg.native=false");
    }
    clearBelowDiagonal(height);
  }

  /** Row-major to column-major, below R; some columns at a time, a cache line of every row. */
  private void transpose(double[] values, int rows, int height) {
    double[] some = new double[STRIP * rows];
    for (int first = 0; first < columns; first += STRIP) {
      int width = Math.min(STRIP, columns - first);
      for (int i = 0; i < rows; i++) {
        int from = i * columns + first;
        for (int j = 0; j < width; j++) {
          some[j * rows + i] = values[from + j];
        }
      }
      for (int j = 0; j < width; j++) {
        long at = (long) (first + j) * height + columns;
        stacked.position(at).put(some, j * rows, rows);
      }
    }
    stacked.position(0);
  }

  /** The reflections that made R lie below its diagonal. */
  private void clearBelowDiagonal(int height) {
    double[] zeros = new double[columns];
    for (int j = 0; j < columns - 1; j++) {
      stacked.position((long) j * height + j + 1).put(zeros, 0, columns - 1 - j);
    }
    stacked.position(0);
  }

  /** Makes room for this many rows under R. */
  private void reserve(int rows) {
    if (rows <= capacity) {
      return;
    }
    double[] factor = upper();
    stacked.close();
    capacity = rows;
    int height = columns + rows;
    stacked = new DoublePointer((long) height * columns);
    double[] column = new double[columns];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < columns; i++) {
        column[i] = factor[i * columns + j];
      }
      stacked.position((long) j * height).put(column, 0, columns);
    }
    stacked.position(0);
    upper = new double[0];
  }

  @Override
  public double[] upper() {
    if (capacity == 0) {
      return upper.clone();
    }
    double[] factor = new double[columns * columns];
    double[] column = new double[columns];
    for (int j = 0; j < columns; j++) {
      stacked.position((long) j * (columns + capacity)).get(column, 0, columns);
      for (int i = 0; i <= j; i++) {
        factor[i * columns + j] = column[i];
      }
    }
    stacked.position(0);
    return factor;
  }

  @Override
  public void close() {
    stacked.close();
    reflectors.close();
    work.close();
    capacity = 0;
  }
}
