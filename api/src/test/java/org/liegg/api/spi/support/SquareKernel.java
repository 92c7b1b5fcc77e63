package org.liegg.api.spi.support;

/** F(x) = x² of one input. */
class SquareKernel implements GradientKernel {
  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int n = 0; n < samples; n++) {
      responses[n] = x[n] * x[n];
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    outputs(x, samples, responses);
    for (int n = 0; n < samples; n++) {
      jacobians[n] = 2 * x[n];
    }
  }

  @Override
  public GradientKernel fork() {
    return this;
  }
}
