package org.liegg.tck;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.liegg.api.Rows;

/**
 * The SVD in the fewest lines that are accurate: one-sided Jacobi (Hestenes 1958). Columns are
 * rotated in pairs until all are orthogonal; their lengths are σ and the rotations are V.
 *
 * @param values σ, descending
 * @param vectors V, a row a vector
 */
record PlainSvd(double[] values, double[] vectors) {
  private static final int SWEEPS = 60;

  static PlainSvd of(Rows rows) {
    int m = rows.columns();
    double largest = Arrays.stream(rows.values()).map(Math::abs).max().orElse(0);
    double scale = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
    double[][] columns = new double[m][rows.rows()];
    double[][] v = new double[m][m];
    for (int j = 0; j < m; j++) {
      v[j][j] = 1;
      for (int i = 0; i < rows.rows(); i++) {
        columns[j][i] = rows.get(i, j) / scale;
      }
    }
    for (int sweep = 0; sweep < SWEEPS && rotateAll(columns, v); sweep++) {}
    double[] lengths =
        Arrays.stream(columns).mapToDouble(c -> Math.sqrt(dot(c, c)) * scale).toArray();
    int[] order =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -lengths[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[m];
    double[] vectors = new double[m * m];
    for (int i = 0; i < m; i++) {
      values[i] = i < rows.rows() ? lengths[order[i]] : 0;
      System.arraycopy(v[order[i]], 0, vectors, i * m, m);
    }
    return new PlainSvd(values, vectors);
  }

  /** Makes the entry of largest magnitude positive in every vector. */
  static void orient(double[] vectors, int columns) {
    for (int from = 0; from < vectors.length; from += columns) {
      double extreme = 0;
      for (int i = from; i < from + columns; i++) {
        extreme = Math.abs(vectors[i]) > Math.abs(extreme) ? vectors[i] : extreme;
      }
      for (int i = from; i < from + columns && extreme < 0; i++) {
        vectors[i] = 0 - vectors[i];
      }
    }
  }

  private static boolean rotateAll(double[][] columns, double[][] v) {
    boolean rotated = false;
    for (int p = 0; p < columns.length; p++) {
      for (int q = p + 1; q < columns.length; q++) {
        double a = dot(columns[p], columns[p]);
        double b = dot(columns[q], columns[q]);
        double c = dot(columns[p], columns[q]);
        if (Math.abs(c) > 1e-16 * Math.sqrt(a) * Math.sqrt(b) && Math.abs(c) > 1e-300) {
          double zeta = (b - a) / (2 * c);
          double t = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
          double cos = 1 / Math.hypot(1, t);
          rotate(columns[p], columns[q], cos, cos * t);
          rotate(v[p], v[q], cos, cos * t);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private static void rotate(double[] x, double[] y, double cos, double sin) {
    for (int i = 0; i < x.length; i++) {
      double kept = x[i];
      x[i] = cos * kept - sin * y[i];
      y[i] = sin * kept + cos * y[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    return KnownRows.dot(a, 0, b, 0, a.length);
  }
}
