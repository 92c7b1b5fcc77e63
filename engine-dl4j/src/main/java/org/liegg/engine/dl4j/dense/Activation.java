package org.liegg.engine.dl4j.dense;

/**
 * A function between affine maps, in both arithmetics. Values are kept an array a neuron, with the
 * samples along it, and transformed in place; what the derivative needs is kept by the caller
 * between the two passes.
 */
public sealed interface Activation extends Step permits Elementwise, Softmax {

  /**
   * Applies the function.
   *
   * @param z {@code width} arrays of {@code samples} values or more, replaced by the function's
   *     values
   * @param kept as many, filled with what {@link #backward} needs
   */
  void forward(double[][] z, int width, int samples, double[][] kept);

  /** As {@link #forward(double[][], int, int, double[][])}, rounded to single precision. */
  void forward(float[][] z, int width, int samples, float[][] kept);

  /**
   * Multiplies gradients by the function's Jacobian from the right.
   *
   * @param gradients {@code width} arrays of {@code outputs × samples} values or more, replaced
   * @param kept what {@link #forward} kept
   */
  void backward(double[][] gradients, int width, int outputs, int samples, double[][] kept);

  /** As {@link #backward(double[][], int, int, int, double[][])} in single precision. */
  void backward(float[][] gradients, int width, int outputs, int samples, float[][] kept);
}
