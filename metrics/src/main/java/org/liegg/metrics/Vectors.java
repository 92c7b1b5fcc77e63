package org.liegg.metrics;

/** Small helpers on coefficient vectors. */
final class Vectors {

  private Vectors() {}

  /** Adds a multiple of one row to another, from one place (inclusive) to another (exclusive). */
  static void add(double[] sum, int from, int to, double factor, double[] row) {
    for (int j = from; factor != 0 && j < to; j++) {
      sum[j] += factor * row[j];
    }
  }

  /**
   * Adds multiples of four rows, for which the sum is read and written once. All that is multiplied
   * stands at the same place of an array of its own: compilers then make several products at once,
   * which they do not of parts of one array.
   *
   * @param from first place that is summed
   * @param to behind the last
   * @param factors one for each of the four
   * @param rows among which the four are
   * @param first of the four
   * @param step from one of them to the next
   */
  static void addFour(
      double[] sum, int from, int to, double[] factors, double[][] rows, int first, int step) {
    double[] a = rows[first];
    double[] b = rows[first + step];
    double[] c = rows[first + 2 * step];
    double[] d = rows[first + 3 * step];
    double ofA = factors[0];
    double ofB = factors[1];
    double ofC = factors[2];
    double ofD = factors[3];
    for (int j = from; j < to; j++) {
      sum[j] += ofA * a[j] + ofB * b[j] + ofC * c[j] + ofD * d[j];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** The same direction at unit norm; a zero vector stays zero. */
  static double[] normalized(double[] a) {
    double norm = norm(a);
    double[] unit = a.clone();
    if (norm > 0) {
      for (int i = 0; i < unit.length; i++) {
        unit[i] /= norm;
      }
    }
    return unit;
  }
}
