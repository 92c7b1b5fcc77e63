package org.liegg.engine.dl4j.flow;

/** Sums over windows times factors, in single precision. */
final class FloatTotalStep implements FloatStep {
  private final Window window;
  private final int[] pixels;
  private final int[] starts;
  private final float[] factors;

  FloatTotalStep(Operation.Total pooling) {
    this.window = pooling.window();
    this.pixels = window.pixels();
    this.starts = window.pixelStarts();
    this.factors = FloatMatrices.rounded(pooling.factors());
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    int positions = window.positions();
    int channels = window.channels();
    int imageSize = window.imageSize();
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
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int positions = window.positions();
    int channels = window.channels();
    int imageSize = window.imageSize();
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
