package org.liegg.engine.dl4j.flow;

/**
 * s_i = exp(z_i)/Σ_j exp(z_j) over the values of a sample, in double precision and in place. The
 * values are kept; with them a gradient g becomes {@code s ⊙ (g − g·s)}.
 */
final class DoubleSoftmaxStep implements DoubleStep {
  private final int size;
  private final double[] kept;

  /**
   * @param size number of values in a sample
   */
  DoubleSoftmaxStep(int size, int samples) {
    this.size = size;
    this.kept = new double[samples * size];
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    for (int sample = 0; sample < samples; sample++) {
      int at = sample * size;
      double largest = in[0][at];
      for (int i = 1; i < size; i++) {
        largest = Math.max(largest, in[0][at + i]);
      }
      double sum = 0;
      for (int i = 0; i < size; i++) {
        kept[at + i] = Math.exp(in[0][at + i] - largest);
        sum += kept[at + i];
      }
      for (int i = 0; i < size; i++) {
        kept[at + i] = (kept[at + i] / sum);
        out[at + i] = kept[at + i];
      }
    }
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    boolean here = into[0] == gradients;
    for (int row = 0; row < samples * outputs; row++) {
      int at = row * size;
      int from = row / outputs * size;
      double mean = 0;
      for (int i = 0; i < size; i++) {
        mean += gradients[at + i] * kept[from + i];
      }
      for (int i = 0; i < size; i++) {
        double gradient = kept[from + i] * (gradients[at + i] - mean);
        into[0][at + i] = here ? gradient : into[0][at + i] + gradient;
      }
    }
  }
}
