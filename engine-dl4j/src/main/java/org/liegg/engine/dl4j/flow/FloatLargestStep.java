package org.liegg.engine.dl4j.flow;

/** The largest values in windows, in single precision; where they are is kept. */
final class FloatLargestStep implements FloatStep {
  private final Window window;
  private final int[] pixels;
  private final int[] starts;

  /** Places in the image, by sample, window and channel. */
  private final int[] places;

  FloatLargestStep(Operation.Largest pooling, int samples) {
    this.window = pooling.window();
    this.pixels = window.pixels();
    this.starts = window.pixelStarts();
    this.places = new int[samples * window.positions() * window.channels()];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    int positions = window.positions();
    int channels = window.channels();
    for (int sample = 0; sample < samples; sample++) {
      int image = sample * window.imageSize();
      for (int position = 0; position < positions; position++) {
        int to = (sample * positions + position) * channels;
        int first = pixels[starts[position]] * channels;
        for (int i = 0; i < channels; i++) {
          out[to + i] = in[0][image + first + i];
          places[to + i] = first + i;
        }
        for (int p = starts[position] + 1; p < starts[position + 1]; p++) {
          compare(in[0], image, pixels[p] * channels, out, to, channels);
        }
      }
    }
  }

  private void compare(float[] in, int image, int from, float[] out, int to, int channels) {
    for (int i = 0; i < channels; i++) {
      float value = in[image + from + i];
      if (value > out[to + i]) {
        out[to + i] = value;
        places[to + i] = from + i;
      }
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int size = window.positions() * window.channels();
    for (int row = 0; row < samples * outputs; row++) {
      int kept = row / outputs * size;
      int from = row * size;
      int image = row * window.imageSize();
      for (int i = 0; i < size; i++) {
        into[0][image + places[kept + i]] += gradients[from + i];
      }
    }
  }
}
