package org.liegg.engine.tensorflow.differentiate;

/** Computes outputs and Jacobians; used by one thread at a time. */
public interface JacobianKernel extends AutoCloseable {

  /** k. */
  int outputs();

  /**
   * F at samples.
   *
   * @param x {@code samples × sampleSize}
   * @param responses is filled with {@code samples × k}
   */
  void outputs(double[] x, int samples, double[] responses);

  /**
   * F and its Jacobian.
   *
   * @param x {@code samples × sampleSize}
   * @param responses is filled with {@code samples × k}
   * @param values is filled with {@code samples × k × inputSize}
   */
  void jacobians(double[] x, int samples, double[] responses, double[] values);

  /** Another kernel on the same graph. */
  JacobianKernel fork();

  @Override
  void close();
}
