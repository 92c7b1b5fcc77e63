package org.liegg.tck;

import java.util.Arrays;
import java.util.Random;
import org.liegg.api.Rows;

/** Rows with a spectrum that is known because they were made from it. */
final class KnownRows {

  private KnownRows() {}

  /**
   * U Σ Vᵀ with random orthonormal U and V.
   *
   * @param sigma at most min(rows, columns) values; the rest is 0
   */
  static Rows withSpectrum(int rows, int columns, double[] sigma, long seed) {
    double[] u = orthonormal(sigma.length, rows, seed);
    double[] v = orthonormal(sigma.length, columns, seed + 1);
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < sigma.length; k++) {
          values[i * columns + j] += u[k * rows + i] * sigma[k] * v[k * columns + j];
        }
      }
    }
    return new Rows(rows, columns, values);
  }

  /** The right singular vectors of {@link #withSpectrum}, a row each. */
  static double[] rightVectors(int count, int columns, long seed) {
    return orthonormal(count, columns, seed + 1);
  }

  /** {@code count} orthonormal vectors, a row each: Gram–Schmidt, done twice. */
  static double[] orthonormal(int count, int length, long seed) {
    double[] vectors = normal(count * length, seed);
    for (int i = 0; i < count; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double inner = dot(vectors, i * length, vectors, j * length, length);
          for (int c = 0; c < length; c++) {
            vectors[i * length + c] -= inner * vectors[j * length + c];
          }
        }
        double norm = Math.sqrt(dot(vectors, i * length, vectors, i * length, length));
        for (int c = 0; c < length; c++) {
          vectors[i * length + c] /= norm;
        }
      }
    }
    return vectors;
  }

  static Rows random(int rows, int columns, long seed) {
    return new Rows(rows, columns, normal(rows * columns, seed));
  }

  static double[] normal(int count, long seed) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  static Rows slice(Rows rows, int from, int to) {
    int columns = rows.columns();
    return new Rows(
        to - from, columns, Arrays.copyOfRange(rows.values(), from * columns, to * columns));
  }

  static Rows times(Rows rows, double factor) {
    return new Rows(
        rows.rows(),
        rows.columns(),
        Arrays.stream(rows.values()).map(value -> value * factor).toArray());
  }

  /** Columns of these, by their numbers; -1 is a column of zeros. */
  static Rows columns(Rows rows, int... which) {
    double[] values = new double[rows.rows() * which.length];
    for (int i = 0; i < rows.rows(); i++) {
      for (int j = 0; j < which.length; j++) {
        values[i * which.length + j] = which[j] < 0 ? 0 : rows.get(i, which[j]);
      }
    }
    return new Rows(rows.rows(), which.length, values);
  }

  /**
   * Sine of the largest principal angle between two subspaces of one dimension.
   *
   * @param a orthonormal, {@code count × length}
   * @param b orthonormal, {@code count × length}
   */
  static double distance(double[] a, double[] b, int length) {
    // ‖(I − A Aᵀ) b‖ over the b, in the Frobenius norm: at least the sine, and small with it.
    double sum = 0;
    for (int j = 0; j < b.length; j += length) {
      double[] rest = Arrays.copyOfRange(b, j, j + length);
      for (int i = 0; i < a.length; i += length) {
        double inner = dot(a, i, b, j, length);
        for (int c = 0; c < length; c++) {
          rest[c] -= inner * a[i + c];
        }
      }
      sum += dot(rest, 0, rest, 0, length);
    }
    return Math.sqrt(sum);
  }

  static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }
}
