package org.liegg.engine.tensorflow.differentiate;

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
 */
final class FiniteDifferences implements JacobianKernel {
  /** The cube root of the rounding error, about. */
  static final double STEP = 0x1p-17;

  private static final int MAX_VALUES = 1 << 20;

  private final JacobianKernel forward;
  private final SamplePlan plan;

  /**
   * @param forward computes outputs in double precision
   */
  FiniteDifferences(JacobianKernel forward, SamplePlan plan) {
    this.forward = forward;
    this.plan = plan;
  }

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
    int width = plan.sampleSize();
    int d = plan.inputSize();
    int k = outputs();
    // Moved samples in blocks, so that memory does not grow with the number of inputs.
    int block = Math.max(1, MAX_VALUES / Math.max(1, 2 * Math.max(width, k)));
    double[] moved = new double[2 * block * width];
    double[] results = new double[2 * block * k];
    long all = (long) samples * d;
    for (long from = 0; from < all; from += block) {
      int count = (int) Math.min(block, all - from);
      for (int i = 0; i < count; i++) {
        int sample = (int) ((from + i) / d);
        int at = plan.inputFrom() + (int) ((from + i) % d);
        for (int side = 0; side < 2; side++) {
          int row = (2 * i + side) * width;
          System.arraycopy(x, sample * width, moved, row, width);
          moved[row + at] += side == 0 ? step(moved[row + at]) : -step(moved[row + at]);
        }
      }
      forward.outputs(moved, 2 * count, results);
      for (int i = 0; i < count; i++) {
        int sample = (int) ((from + i) / d);
        int input = (int) ((from + i) % d);
        int at = plan.inputFrom() + input;
        // The distance as it came out, which rounding makes another than asked for.
        double apart = moved[2 * i * width + at] - moved[(2 * i + 1) * width + at];
        for (int output = 0; output < k; output++) {
          double change = results[2 * i * k + output] - results[(2 * i + 1) * k + output];
          values[(sample * k + output) * d + input] = change / apart;
        }
      }
    }
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
