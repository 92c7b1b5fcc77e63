package org.liegg.engine.tensorflow.differentiate;

import org.liegg.api.spi.support.CentralDifferences;
import org.liegg.engine.tensorflow.target.SamplePlan;

/**
 * The Jacobian of a model that cannot be differentiated, by central differences of its outputs in
 * double precision:
 *
 * <pre>
 *   ∂F_o/∂x_i ≈ (F_o(x + h e_i) − F_o(x − h e_i))/2h,    h = 2⁻¹⁷ max(1, |x_i|)
 * </pre>
 *
 * The step balances rounding, ε|F|/h, against curvature, h²|F‴|/6: about 1e-10 of the outputs and
 * third derivatives each.
 *
 * @param forward computes outputs in double precision
 */
record FiniteDifferences(JacobianKernel forward, SamplePlan plan) implements JacobianKernel {
  /** The cube root of the rounding error, about. */
  static final double STEP = 0x1p-17;

  @Override
  public int outputs() {
    return forward.outputs();
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    forward.outputs(x, samples, responses);
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] values) {
    forward.outputs(x, samples, responses);
    new CentralDifferences(plan.sampleSize(), plan.inputFrom(), plan.inputSize(), outputs())
        .jacobians(forward::outputs, (input, at) -> step(at), x, samples, values);
  }

  private static double step(double x) {
    return STEP * Math.max(1, Math.abs(x));
  }

  @Override
  public JacobianKernel fork() {
    return new FiniteDifferences(forward.fork(), plan);
  }

  @Override
  public void close() {
    forward.close();
  }
}
