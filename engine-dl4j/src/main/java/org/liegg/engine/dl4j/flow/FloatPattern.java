package org.liegg.engine.dl4j.flow;

import java.util.Arrays;
import org.liegg.blas.affine.FloatMatrix;
import org.liegg.blas.affine.FloatRowSums;

/**
 * Which gradients of a sample are not 0 for all of its outputs, by row of a table: behind a maximum
 * of windows or a rectifier, they are the same ones for each output.
 */
final class FloatPattern {
  /** Where fewer than one in so many is not 0, adding rows of weights is faster than products. */
  private static final int SPARSE = 3;

  private final int rows;
  private final int columns;
  private final float[] row;

  /** Sums of the outputs' absolute gradients. */
  private final float[] total;

  /** Columns that are not all 0, row after row. */
  private final int[] used;

  /** Where those of each row begin; of one row more, their number. */
  private final int[] starts;

  FloatPattern(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.row = new float[rows * columns];
    this.total = new float[rows * columns];
    this.used = new int[rows * columns + 1];
    this.starts = new int[rows + 1];
  }

  /**
   * Finds the pattern.
   *
   * @param gradients {@code outputs × rows × columns} values from {@code from} on
   * @return whether there are few enough that are not 0
   */
  boolean read(float[] gradients, int from, int outputs) {
    int size = rows * columns;
    Arrays.fill(total, 0);
    for (int o = 0; o < outputs; o++) {
      System.arraycopy(gradients, from + o * size, row, 0, size);
      addAbsolute();
    }
    int count = 0;
    for (int r = 0; r < rows; r++) {
      starts[r] = count;
      for (int c = 0; c < columns; c++) {
        used[count] = c;
        count += total[r * columns + c] != 0 ? 1 : 0;
      }
    }
    starts[rows] = count;
    return (long) count * SPARSE < size;
  }

  private void addAbsolute() {
    for (int i = 0; i < row.length; i++) {
      total[i] += Math.abs(row[i]);
    }
  }

  /** Adds {@code Σ factorₖ bₖ} to a sum, by the columns that one row of the pattern has. */
  void add(int at, float[] factors, int from, FloatMatrix b, float[] sum) {
    FloatRowSums.add(factors, from, used, starts[at], starts[at + 1], b, sum);
  }
}
