package org.liegg.api.spi.support;

/** A function R^d → R^k with its Jacobian; called by many threads at a time. */
@FunctionalInterface
public interface DifferentiableFunction {

  /**
   * Writes the function and its Jacobian at a point.
   *
   * @param x the point, d values
   * @param values takes F(x), k values
   * @param jacobian takes {@code ∂F_o/∂x_i} at {@code o·d + i}, k·d values
   */
  void at(double[] x, double[] values, double[] jacobian);
}
