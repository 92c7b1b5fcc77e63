package org.liegg.engine.dl4j.flow;

import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.engine.dl4j.session.JacobianKernel;

/** Makes kernels of flows. */
public final class FlowKernels {

  private FlowKernels() {}

  /**
   * A kernel in this arithmetic.
   *
   * @param natives the library that computes products, from some amount of work on
   */
  public static JacobianKernel of(Flow flow, Precision precision, NativeBlas natives) {
    return switch (precision) {
      case FLOAT -> new FloatFlowKernel(flow, natives);
      case DOUBLE -> new DoubleFlowKernel(flow, natives);
    };
  }
}
