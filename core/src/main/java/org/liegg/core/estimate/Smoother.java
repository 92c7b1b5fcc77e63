package org.liegg.core.estimate;

/** A smooth function of whitened coordinates, made of points. Safe for use by many threads. */
interface Smoother {

  /**
   * Values and derivatives.
   *
   * @param z where, r coordinates
   * @param values receives k
   * @param gradients receives k × r
   */
  void at(double[] z, double[] values, double[] gradients);
}
