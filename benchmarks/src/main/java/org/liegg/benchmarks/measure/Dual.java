package org.liegg.benchmarks.measure;

import java.util.List;

/**
 * A number together with its derivatives by all inputs (forward differentiation): what is written
 * in these operations has its gradient exact up to rounding.
 *
 * @param value the number
 * @param slope its derivatives, one an input
 */
record Dual(double value, double[] slope) {

  /** Input i of some. */
  static Dual input(double value, int i, int inputs) {
    double[] slope = new double[inputs];
    slope[i] = 1;
    return new Dual(value, slope);
  }

  static Dual sum(List<Dual> terms) {
    return terms.stream().reduce(Dual::plus).orElseThrow();
  }

  Dual plus(Dual other) {
    return combined(value + other.value, 1, other, 1);
  }

  Dual plus(double constant) {
    return new Dual(value + constant, slope);
  }

  Dual minus(Dual other) {
    return combined(value - other.value, 1, other, -1);
  }

  Dual times(Dual other) {
    return combined(value * other.value, other.value, other, value);
  }

  Dual times(double factor) {
    return mapped(value * factor, factor);
  }

  Dual over(Dual other) {
    double inverse = 1 / other.value;
    return combined(value * inverse, inverse, other, -value * inverse * inverse);
  }

  Dual squared() {
    return mapped(value * value, 2 * value);
  }

  Dual root() {
    double root = Math.sqrt(value);
    return mapped(root, 0.5 / root);
  }

  Dual sin() {
    return mapped(Math.sin(value), Math.cos(value));
  }

  Dual cos() {
    return mapped(Math.cos(value), -Math.sin(value));
  }

  Dual exp() {
    double exp = Math.exp(value);
    return mapped(exp, exp);
  }

  Dual log() {
    return mapped(Math.log(value), 1 / value);
  }

  Dual tanh() {
    double tanh = Math.tanh(value);
    return mapped(tanh, 1 - tanh * tanh);
  }

  private Dual mapped(double result, double derivative) {
    double[] target = new double[slope.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = derivative * slope[i];
    }
    return new Dual(result, target);
  }

  private Dual combined(double result, double mine, Dual other, double theirs) {
    double[] target = new double[slope.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = mine * slope[i] + theirs * other.slope[i];
    }
    return new Dual(result, target);
  }
}
