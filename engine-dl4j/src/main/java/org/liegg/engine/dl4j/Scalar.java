package org.liegg.engine.dl4j;

/**
 * A function of one variable and its derivative. The derivative is computed from the argument and
 * the value together, because most activations then need no second exponential.
 */
interface Scalar {

  /** f(z). */
  double value(double z);

  /**
   * f′(z); one of the one-sided derivatives where f has a kink.
   *
   * @param value f(z)
   */
  double slope(double z, double value);
}
