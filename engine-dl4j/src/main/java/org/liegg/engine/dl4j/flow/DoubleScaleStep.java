package org.liegg.engine.dl4j.flow;

/** Factors and offsets, in double precision and in place. */
final class DoubleScaleStep implements DoubleStep {
  private final double[] factors;
  private final double[] offsets;
  private final int rows;

  /**
   * @param size number of values in a sample
   */
  DoubleScaleStep(Operation.Scale scale, int size) {
    this.factors = DoubleMatrices.rounded(scale.factors());
    this.offsets = DoubleMatrices.rounded(scale.offsets());
    this.rows = size / factors.length;
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    for (int row = 0; row < samples * rows; row++) {
      int at = row * factors.length;
      for (int i = 0; i < factors.length; i++) {
        out[at + i] = in[0][at + i] * factors[i] + offsets[i];
      }
    }
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    boolean here = into[0] == gradients;
    for (int row = 0; row < samples * outputs * rows; row++) {
      int at = row * factors.length;
      for (int i = 0; i < factors.length; i++) {
        double gradient = gradients[at + i] * factors[i];
        into[0][at + i] = here ? gradient : into[0][at + i] + gradient;
      }
    }
  }
}
