package org.liegg.engine.dl4j.flow;

/**
 * s_i = exp(z_i)/Σ_j exp(z_j) over the values of a sample, in single precision and in place. The
 * values are kept; with them a gradient g becomes {@code s ⊙ (g − g·s)}.
 */
final class FloatSoftmaxStep implements FloatStep {
  private final int size;
  private final float[] kept;

  /**
   * @param size number of values in a sample
   */
  FloatSoftmaxStep(int size, int samples) {
    this.size = size;
    this.kept = new float[samples * size];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    for (int sample = 0; sample < samples; sample++) {
      int at = sample * size;
      float largest = in[0][at];
      for (int i = 1; i < size; i++) {
        largest = Math.max(largest, in[0][at + i]);
      }
      double sum = 0;
      for (int i = 0; i < size; i++) {
        kept[at + i] = (float) Math.exp(in[0][at + i] - largest);
        sum += kept[at + i];
      }
      for (int i = 0; i < size; i++) {
        kept[at + i] = (float) (kept[at + i] / sum);
        out[at + i] = kept[at + i];
      }
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    boolean here = into[0] == gradients;
    for (int row = 0; row < samples * outputs; row++) {
      int at = row * size;
      int from = row / outputs * size;
      float mean = 0;
      for (int i = 0; i < size; i++) {
        mean += gradients[at + i] * kept[from + i];
      }
      for (int i = 0; i < size; i++) {
        float gradient = kept[from + i] * (gradients[at + i] - mean);
        into[0][at + i] = here ? gradient : into[0][at + i] + gradient;
      }
    }
  }
}
