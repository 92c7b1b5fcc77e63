package org.liegg.engine.dl4j.flow;

/**
 * One operation on blocks of samples, in double precision. Values lie sample after sample; their
 * gradients lie sample after sample too, those of a sample's outputs one after the other.
 */
interface DoubleStep {

  /**
   * Computes values, and keeps what {@link #backward} needs.
   *
   * @param in the inputs' values; where the operation works in place, the first is {@code out}
   * @param out overwritten
   */
  void forward(double[][] in, double[] out, int samples);

  /**
   * Adds the gradients by the inputs; where the operation works in place, they replace what is
   * there.
   *
   * @param gradients by the result, {@code samples × outputs} of them
   * @param into by the inputs; arrays without values where an input does not vary
   */
  void backward(double[] gradients, double[][] into, int samples, int outputs);
}
