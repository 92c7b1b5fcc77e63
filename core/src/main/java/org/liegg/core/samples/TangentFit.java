package org.liegg.core.samples;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.metrics.SymmetricPairs;

/**
 * The plane that neighbours of a point lie along: their principal axes, and in a second step the
 * tangent of the quadric through them, which does not tilt where they are more on one side of a
 * curved surface.
 *
 * @param basis orthonormal directions along the data, a row each
 * @param across orthonormal directions out of them, a row each
 */
record TangentFit(DMatrixRMaj basis, DMatrixRMaj across) {
  /** An axis whose variance is below this share of the largest is no direction of the data. */
  private static final double NEGLIGIBLE = 0.02;

  /** Neighbours for every coefficient of the quadric. */
  private static final int PER_COEFFICIENT = 3;

  static TangentFit of(double[] center, double[][] points, int[] neighbours) {
    int rank = center.length;
    double[] mean = new double[rank];
    for (int n : neighbours) {
      for (int i = 0; i < rank; i++) {
        mean[i] += points[n][i] / neighbours.length;
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(rank, rank);
    for (int n : neighbours) {
      for (int i = 0; i < rank; i++) {
        for (int j = 0; j <= i; j++) {
          covariance.add(i, j, (points[n][i] - mean[i]) * (points[n][j] - mean[j]));
        }
      }
    }
    SymmetricPairs axes = SymmetricAxes.ofLower(covariance);
    int along = axes.rank(NEGLIGIBLE);
    return along == 0
        ? new TangentFit(CommonOps_DDRM.identity(rank), new DMatrixRMaj(0, rank))
        : new TangentFit(rows(axes, 0, along), rows(axes, along, rank));
  }

  private static DMatrixRMaj rows(SymmetricPairs axes, int from, int to) {
    DMatrixRMaj rows = new DMatrixRMaj(to - from, axes.vectors().length);
    for (int k = from; k < to; k++) {
      System.arraycopy(axes.vectors()[k], 0, rows.data, (k - from) * rows.numCols, rows.numCols);
    }
    return rows;
  }

  /** Whether the data go on in every direction. */
  boolean complete() {
    return across.numRows == 0;
  }

  /** How many neighbours a quadric needs. */
  int neighboursToBend() {
    return PER_COEFFICIENT * coefficients();
  }

  private int coefficients() {
    int m = basis.numRows;
    return 1 + m + m * (m + 1) / 2;
  }

  /** The tangent, at the center, of the quadric through more neighbours. */
  DMatrixRMaj bent(double[] center, double[][] points, int[] neighbours) {
    int m = basis.numRows;
    DMatrixRMaj design = new DMatrixRMaj(neighbours.length, coefficients());
    DMatrixRMaj heights = new DMatrixRMaj(neighbours.length, across.numRows);
    double[] off = new double[center.length];
    double[] t = new double[m];
    for (int n = 0; n < neighbours.length; n++) {
      for (int i = 0; i < off.length; i++) {
        off[i] = points[neighbours[n]][i] - center[i];
      }
      design.set(n, 0, 1);
      int at = 1 + m;
      for (int a = 0; a < m; a++) {
        t[a] = along(basis, a, off);
        design.set(n, 1 + a, t[a]);
        for (int b = 0; b <= a; b++) {
          design.set(n, at, t[a] * t[b]);
          at++;
        }
      }
      for (int h = 0; h < across.numRows; h++) {
        heights.set(n, h, along(across, h, off));
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(coefficients(), across.numRows);
    if (!CommonOps_DDRM.solve(design, heights, solution)) {
      return basis;
    }
    DMatrixRMaj tilted = basis.copy();
    for (int a = 0; a < m; a++) {
      for (int h = 0; h < across.numRows; h++) {
        double slope = solution.get(1 + a, h);
        for (int i = 0; i < off.length; i++) {
          tilted.add(a, i, slope * across.get(h, i));
        }
      }
    }
    return orthonormal(tilted);
  }

  private static double along(DMatrixRMaj rows, int row, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += rows.unsafe_get(row, i) * vector[i];
    }
    return sum;
  }

  /** Gram and Schmidt's; the rows are independent, since tilting adds only what was across. */
  private static DMatrixRMaj orthonormal(DMatrixRMaj rows) {
    int columns = rows.numCols;
    for (int a = 0; a < rows.numRows; a++) {
      for (int again = 0; again < 2; again++) {
        for (int b = 0; b < a; b++) {
          double common = 0;
          for (int i = 0; i < columns; i++) {
            common += rows.get(a, i) * rows.get(b, i);
          }
          for (int i = 0; i < columns; i++) {
            rows.add(a, i, -common * rows.get(b, i));
          }
        }
      }
      double squares = 0;
      for (int i = 0; i < columns; i++) {
        squares += rows.get(a, i) * rows.get(a, i);
      }
      for (int i = 0; i < columns; i++) {
        rows.set(a, i, rows.get(a, i) / Math.sqrt(squares));
      }
    }
    return rows;
  }
}
