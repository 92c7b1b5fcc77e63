package org.liegg.blas;

/** Scaling by powers of two, which is exact. */
public final class Scale {

  private Scale() {}

  /** The largest magnitude among the first {@code length} values; 0 for none. */
  public static double largest(double[] values, int length) {
    double largest = 0;
    for (int i = 0; i < length; i++) {
      double magnitude = Math.abs(values[i]);
      // Rarely so, which a processor foresees; Math.max would have to wait for itself.
      if (magnitude > largest) {
        largest = magnitude;
      }
    }
    return largest;
  }

  /** e with 2^e ≤ value < 2^(e+1); 0 for 0. */
  public static int exponent(double value) {
    if (value == 0) {
      return 0;
    }
    // Subnormal numbers have no exponent of their own.
    return value < Double.MIN_NORMAL
        ? Math.getExponent(value * 0x1p60) - 60
        : Math.getExponent(value);
  }

  /** Multiplies the first {@code length} values by 2^exponent. */
  public static void by(double[] values, int length, int exponent) {
    if (exponent == 0) {
      return;
    }
    if (exponent < Double.MIN_EXPONENT || exponent > Double.MAX_EXPONENT) {
      for (int i = 0; i < length; i++) {
        values[i] = Math.scalb(values[i], exponent);
      }
      return;
    }
    double factor = Math.scalb(1.0, exponent);
    for (int i = 0; i < length; i++) {
      values[i] *= factor;
    }
  }
}
