package org.liegg.engine.dl4j.session;

import org.liegg.api.Precision;

/**
 * What computes F and its Jacobians for a session, which has checked the arguments. One way of
 * differentiating a network is one implementation; {@link Dl4jGradient} does not know which. Not
 * safe for use by two threads: buffers are reused.
 */
public interface JacobianKernel {

  /** d, inputs that vary. */
  int inputs();

  /** Length of a sample: d, and inputs besides that are held fast. */
  default int sampleSize() {
    return inputs();
  }

  /** Where in a sample the inputs that vary begin. */
  default int inputFrom() {
    return 0;
  }

  /** k, outputs of the model. */
  int outputs();

  /** The arithmetic of the results. */
  Precision precision();

  /**
   * Computes F.
   *
   * @param x {@code samples × sampleSize}
   * @param responses {@code samples × outputs}, filled
   */
  void outputs(double[] x, int samples, double[] responses);

  /**
   * Computes F and its Jacobians.
   *
   * @param x {@code samples × sampleSize}
   * @param responses {@code samples × outputs}, filled
   * @param jacobians {@code samples × outputs × inputs}, filled
   */
  void jacobians(double[] x, int samples, double[] responses, double[] jacobians);

  /** Another kernel of the same network with buffers of its own. */
  JacobianKernel fork();
}
