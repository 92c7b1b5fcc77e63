package org.liegg.engine.dl4j.flow;

/** Factors and offsets, in single precision and in place. */
final class FloatScaleStep implements FloatStep {
  private final float[] factors;
  private final float[] offsets;
  private final int rows;

  /**
   * @param size number of values in a sample
   */
  FloatScaleStep(Operation.Scale scale, int size) {
    this.factors = FloatMatrices.rounded(scale.factors());
    this.offsets = FloatMatrices.rounded(scale.offsets());
    this.rows = size / factors.length;
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    for (int row = 0; row < samples * rows; row++) {
      int at = row * factors.length;
      for (int i = 0; i < factors.length; i++) {
        out[at + i] = in[0][at + i] * factors[i] + offsets[i];
      }
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    boolean here = into[0] == gradients;
    for (int row = 0; row < samples * outputs * rows; row++) {
      int at = row * factors.length;
      for (int i = 0; i < factors.length; i++) {
        float gradient = gradients[at + i] * factors[i];
        into[0][at + i] = here ? gradient : into[0][at + i] + gradient;
      }
    }
  }
}
