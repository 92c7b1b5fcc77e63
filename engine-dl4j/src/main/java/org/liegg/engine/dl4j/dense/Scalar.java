package org.liegg.engine.dl4j.dense;

/**
 * A function of one variable and its derivative. The derivative is computed from the argument and
 * the value together, because most activations then need no second exponential.
 */
public interface Scalar {

  /** f(z). */
  double value(double z);

  /**
   * f′(z); one of the one-sided derivatives where f has a kink.
   *
   * @param value f(z)
   */
  double slope(double z, double value);

  /**
   * Both over an array, in single precision. Here, computed in double precision and rounded once; a
   * function for which that is slow has a way of its own.
   *
   * @param z {@code count} arguments or more, replaced by the values
   * @param slopes as many, filled
   * @param scratch as many, overwritten
   */
  default void apply(float[] z, int count, float[] slopes, float[] scratch) {
    for (int i = 0; i < count; i++) {
      double value = value(z[i]);
      slopes[i] = (float) slope(z[i], value);
      z[i] = (float) value;
    }
  }

  /**
   * Both over an array, in double precision.
   *
   * @param z {@code count} arguments or more, replaced by the values
   * @param slopes as many, filled
   * @param scratch not used
   */
  default void apply(double[] z, int count, double[] slopes, double[] scratch) {
    for (int i = 0; i < count; i++) {
      double value = value(z[i]);
      slopes[i] = slope(z[i], value);
      z[i] = value;
    }
  }
}
