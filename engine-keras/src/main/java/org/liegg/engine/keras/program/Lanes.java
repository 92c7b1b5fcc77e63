package org.liegg.engine.keras.program;

/**
 * Loops along the samples. They run over whole arrays from 0, one sum each: that is what the
 * compiler of Java 17 turns into vector instructions.
 */
final class Lanes {
  private Lanes() {}

  /** {@code sum += Σ factors[k] v[slots[k]]}; slots without values are left out. */
  static void addProducts(double[] factors, double[][] v, int[] slots, double[] sum, int n) {
    int k = 0;
    for (; k + 3 < slots.length; k += 4) {
      double[] b0 = v[slots[k]];
      double[] b1 = v[slots[k + 1]];
      double[] b2 = v[slots[k + 2]];
      double[] b3 = v[slots[k + 3]];
      if (b0.length > 0 && b1.length > 0 && b2.length > 0 && b3.length > 0) {
        add(factors[k], b0, factors[k + 1], b1, factors[k + 2], b2, factors[k + 3], b3, sum, n);
      } else {
        add(factors[k], b0, sum, n);
        add(factors[k + 1], b1, sum, n);
        add(factors[k + 2], b2, sum, n);
        add(factors[k + 3], b3, sum, n);
      }
    }
    for (; k < slots.length; k++) {
      add(factors[k], v[slots[k]], sum, n);
    }
  }

  /** {@code sum += a b}; nothing where b has no values. */
  static void add(double a, double[] b, double[] sum, int n) {
    if (b.length == 0) {
      return;
    }
    for (int i = 0; i < n; i++) {
      sum[i] += a * b[i];
    }
  }

  /** {@code sum += a b}, value by value. */
  static void addProduct(double[] a, double[] b, double[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += a[i] * b[i];
    }
  }

  private static void add(
      double a0,
      double[] b0,
      double a1,
      double[] b1,
      double a2,
      double[] b2,
      double a3,
      double[] b3,
      double[] sum,
      int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += a0 * b0[i] + a1 * b1[i] + a2 * b2[i] + a3 * b3[i];
    }
  }
}
