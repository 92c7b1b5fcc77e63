package org.liegg.engine.keras.lower;

/** The normal distribution function. */
final class Erf {
  /** Beyond, 1 − Φ is below a rounding of 1. */
  private static final double FAR = 8.5;

  private static final double LEAST = 1e-17;

  private Erf() {}

  /**
   * Φ(x), by the series φ(x) Σ x^(2n+1)/(1·3·…·(2n+1)), all terms of which have one sign, so that
   * nothing cancels: right to a few roundings of 1.
   */
  static double normal(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > LEAST * Math.abs(sum); n++) {
      term *= x * x / (2 * n + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
