package org.liegg.engine.dl4j.session;

import org.liegg.api.Precision;
import org.liegg.api.spi.support.GradientKernel;

/**
 * What computes F and its Jacobians for a session, which has checked the arguments. One way of
 * differentiating a network is one implementation; {@link org.liegg.api.spi.support.KernelGradient}
 * does not know which.
 */
public interface JacobianKernel extends GradientKernel {

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

  /** Another kernel of the same network with buffers of its own. */
  @Override
  JacobianKernel fork();
}
