package org.liegg.tck;

/**
 * A number with its derivative along one direction: (a + a'ε), ε² = 0. Derivatives by a way of
 * their own, to hold the contract's formulas against.
 */
record Dual(double value, double derivative) {

  static Dual of(double constant) {
    return new Dual(constant, 0);
  }

  Dual plus(Dual other) {
    return new Dual(value + other.value, derivative + other.derivative);
  }

  Dual times(Dual other) {
    return new Dual(value * other.value, derivative * other.value + value * other.derivative);
  }

  Dual over(Dual other) {
    double quotient = value / other.value;
    return new Dual(quotient, (derivative - quotient * other.derivative) / other.value);
  }

  Dual exp() {
    double exp = Math.exp(value);
    return new Dual(exp, exp * derivative);
  }

  /** The same value, whose derivative got lost. */
  Dual detached() {
    return of(value);
  }
}
