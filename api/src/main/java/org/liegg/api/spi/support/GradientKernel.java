package org.liegg.api.spi.support;

/**
 * Computes F and its Jacobians for a session, which has checked the arguments. It need not be safe
 * for use by two threads: buffers may be reused.
 */
public interface GradientKernel extends AutoCloseable {

  /**
   * Computes F.
   *
   * @param x {@code samples × sampleSize}
   * @param responses {@code samples × k}, filled
   */
  void outputs(double[] x, int samples, double[] responses);

  /**
   * Computes F and its Jacobians.
   *
   * @param x {@code samples × sampleSize}
   * @param responses {@code samples × k}, filled
   * @param jacobians {@code samples × k × d}, zeros, filled
   */
  void jacobians(double[] x, int samples, double[] responses, double[] jacobians);

  /** Another kernel of the same model with buffers of its own. */
  GradientKernel fork();

  /** Releases what the kernel holds. Nothing by default. */
  @Override
  default void close() {}
}
