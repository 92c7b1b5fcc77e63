package org.liegg.engine.keras.program;

/**
 * A step of a program: computes some slots from others. Of every array the first n values count, a
 * value a sample; gradients of slots that nobody wants are arrays of length 0.
 */
interface Op {

  /** The slots that it reads. */
  int[] inputs();

  /** The slots that it writes; no other step does. */
  int[] outputs();

  /**
   * Computes.
   *
   * @param v the values of all slots
   */
  void forward(double[][] v, int n);

  /**
   * Adds to the gradients of what it reads, by the chain rule.
   *
   * @param v the values of all slots
   * @param g the gradients of all slots; those of what it writes are complete
   */
  void backward(double[][] v, double[][] g, int n);

  /** Whether the slots that it writes have a derivative in those that it reads, other than 0. */
  default boolean isDifferentiable() {
    return true;
  }
}
