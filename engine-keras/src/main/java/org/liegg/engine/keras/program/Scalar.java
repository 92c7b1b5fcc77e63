package org.liegg.engine.keras.program;

/** A function of one number. */
public interface Scalar {

  /** f(x). */
  double value(double x);

  /**
   * f′(x).
   *
   * @param y f(x), as {@link #value} gave it
   */
  double slope(double x, double y);
}
