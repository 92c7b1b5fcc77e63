package org.liegg.metrics;

/** Small helpers on coefficient vectors. */
final class Vectors {

  private Vectors() {}

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
