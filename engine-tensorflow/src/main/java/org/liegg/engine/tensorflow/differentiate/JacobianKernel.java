package org.liegg.engine.tensorflow.differentiate;

import org.liegg.api.spi.support.GradientKernel;

/** Computes outputs and Jacobians; used by one thread at a time. */
public interface JacobianKernel extends GradientKernel {

  /** k. */
  int outputs();

  /** Another kernel on the same graph. */
  @Override
  JacobianKernel fork();

  @Override
  void close();
}
