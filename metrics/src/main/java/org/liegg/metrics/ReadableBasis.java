package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.Matrix;

/**
 * A readable basis of a subspace: Gauss–Jordan elimination with complete pivoting turns any basis
 * into one whose vectors each own a coordinate that the others do not touch. The rotations of so(n)
 * come out as {@code E_ij − E_ji}, one plane each, whatever rotation of them the eigensolver
 * returned.
 *
 * @param vectors a row a vector, unit norm, the first of its entries of (nearly) largest magnitude
 *     positive
 * @param combination {@code vectors = combination × directions}, for the directions that were given
 */
public record ReadableBasis(Matrix vectors, Matrix combination) {
  /** Entries this close to the largest magnitude count as largest when the sign is chosen. */
  private static final double NEARLY = 0.9;

  /**
   * The readable basis of the span of some directions.
   *
   * @param directions linearly independent, a row each
   */
  public static ReadableBasis of(Matrix directions) {
    int rows = directions.rows();
    int columns = directions.columns();
    double[][] work = new double[rows][columns + rows];
    for (int r = 0; r < rows; r++) {
      double[] unit =
          Vectors.normalized(
              Arrays.copyOfRange(directions.values(), r * columns, (r + 1) * columns));
      System.arraycopy(unit, 0, work[r], 0, columns);
      double norm = 0;
      for (int c = 0; c < columns; c++) {
        norm = Math.hypot(norm, directions.get(r, c));
      }
      work[r][columns + r] = norm == 0 ? 0 : 1 / norm;
    }
    for (int step = 0; step < rows; step++) {
      eliminate(work, step, columns);
    }
    double[] vectors = new double[rows * columns];
    double[] combination = new double[rows * rows];
    for (int r = 0; r < rows; r++) {
      double scale = signedNorm(work[r], columns);
      for (int c = 0; c < columns + rows; c++) {
        double value = scale == 0 ? 0 : work[r][c] / scale;
        if (c < columns) {
          vectors[r * columns + c] = value;
        } else {
          combination[r * rows + c - columns] = value;
        }
      }
    }
    return new ReadableBasis(
        new Matrix(rows, columns, vectors), new Matrix(rows, rows, combination));
  }

  /** Vector i, length {@code columns}. */
  public double[] vector(int i) {
    int columns = vectors.columns();
    return Arrays.copyOfRange(vectors.values(), i * columns, (i + 1) * columns);
  }

  private static void eliminate(double[][] work, int step, int columns) {
    int pivotRow = step;
    int pivotColumn = 0;
    double largest = 0;
    for (int r = step; r < work.length; r++) {
      for (int c = 0; c < columns; c++) {
        if (Math.abs(work[r][c]) > largest) {
          largest = Math.abs(work[r][c]);
          pivotRow = r;
          pivotColumn = c;
        }
      }
    }
    if (largest == 0) {
      return;
    }
    double[] swap = work[step];
    work[step] = work[pivotRow];
    work[pivotRow] = swap;
    double pivot = work[step][pivotColumn];
    for (int c = 0; c < work[step].length; c++) {
      work[step][c] /= pivot;
    }
    for (int r = 0; r < work.length; r++) {
      double factor = work[r][pivotColumn];
      if (r != step && factor != 0) {
        for (int c = 0; c < work[r].length; c++) {
          work[r][c] -= factor * work[step][c];
        }
      }
    }
  }

  private static double signedNorm(double[] row, int columns) {
    double norm = 0;
    double largest = 0;
    for (int c = 0; c < columns; c++) {
      norm = Math.hypot(norm, row[c]);
      largest = Math.max(largest, Math.abs(row[c]));
    }
    for (int c = 0; c < columns; c++) {
      if (Math.abs(row[c]) >= NEARLY * largest) {
        return row[c] < 0 ? -norm : norm;
      }
    }
    return norm;
  }
}
