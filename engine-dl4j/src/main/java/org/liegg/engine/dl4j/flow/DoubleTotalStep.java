package org.liegg.engine.dl4j.flow;

/** Sums over windows times factors, in double precision. */
final class DoubleTotalStep implements DoubleStep {
  private final int channels;
  private final int imageSize;
  private final int positions;
  private final int[] pixels;
  private final int[] starts;
  private final double[] factors;

  DoubleTotalStep(Operation.Total pooling) {
    Window window = pooling.window();
    this.channels = window.channels();
    this.imageSize = window.imageSize();
    this.positions = window.positions();
    this.pixels = window.pixels();
    this.starts = window.pixelStarts();
    this.factors = DoubleMatrices.rounded(pooling.factors());
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    for (int sample = 0; sample < samples; sample++) {
      for (int position = 0; position < positions; position++) {
        int to = (sample * positions + position) * channels;
        for (int i = 0; i < channels; i++) {
          out[to + i] = 0;
        }
        for (int p = starts[position]; p < starts[position + 1]; p++) {
          int from = sample * imageSize + pixels[p] * channels;
          for (int i = 0; i < channels; i++) {
            out[to + i] += in[0][from + i];
          }
        }
        for (int i = 0; i < channels; i++) {
          out[to + i] *= factors[position];
        }
      }
    }
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    for (int row = 0; row < samples * outputs; row++) {
      for (int position = 0; position < positions; position++) {
        int from = (row * positions + position) * channels;
        for (int p = starts[position]; p < starts[position + 1]; p++) {
          int to = row * imageSize + pixels[p] * channels;
          for (int i = 0; i < channels; i++) {
            into[0][to + i] += gradients[from + i] * factors[position];
          }
        }
      }
    }
  }
}
