package org.liegg.metrics;

/** Small helpers on coefficient vectors. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    return dot(a, 0, b, 0, a.length);
  }

  /** The inner product of two stretches. */
  static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
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
