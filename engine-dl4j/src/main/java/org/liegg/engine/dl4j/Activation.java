package org.liegg.engine.dl4j;

/**
 * A function between affine maps, in both arithmetics. Rows of {@code width} values are transformed
 * in place; what the derivative needs is kept by the caller between the two passes.
 */
sealed interface Activation extends Step permits Elementwise, Softmax {

  /**
   * Applies the function.
   *
   * @param z {@code rows × width}, replaced by the function's values
   * @param kept {@code rows × width}, filled with what {@link #backward} needs
   */
  void forward(double[] z, int rows, int width, double[] kept);

  /** As {@link #forward(double[], int, int, double[])}, rounded to single precision. */
  void forward(float[] z, int rows, int width, float[] kept);

  /**
   * Multiplies gradients by the function's Jacobian from the right.
   *
   * @param gradients {@code rows × outputs × width}, replaced
   * @param kept what {@link #forward} kept
   */
  void backward(double[] gradients, int rows, int outputs, int width, double[] kept);

  /** As {@link #backward(double[], int, int, int, double[])} in single precision. */
  void backward(float[] gradients, int rows, int outputs, int width, float[] kept);
}
