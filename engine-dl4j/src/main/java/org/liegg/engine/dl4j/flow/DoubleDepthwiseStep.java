package org.liegg.engine.dl4j.flow;

/** A convolution of every channel on its own, in double precision. */
final class DoubleDepthwiseStep implements DoubleStep {
  private final Window window;
  private final int channels;
  private final int multiplier;
  private final double[] weights;
  private final double[] bias;

  DoubleDepthwiseStep(Operation.Depthwise convolution) {
    this.window = convolution.window();
    this.channels = window.channels();
    this.multiplier = convolution.multiplier();
    this.weights = DoubleMatrices.rounded(convolution.weights());
    this.bias = DoubleMatrices.rounded(convolution.bias());
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    int width = bias.length;
    for (int sample = 0; sample < samples; sample++) {
      for (int position = 0; position < window.positions(); position++) {
        int to = (sample * window.positions() + position) * width;
        System.arraycopy(bias, 0, out, to, width);
        for (int cell = 0; cell < window.cells(); cell++) {
          int pixel = window.pixel(position, cell);
          if (pixel >= 0) {
            int from = sample * window.imageSize() + pixel * channels;
            multiply(in[0], from, cell * width, out, to);
          }
        }
      }
    }
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    int width = bias.length;
    for (int row = 0; row < samples * outputs; row++) {
      for (int position = 0; position < window.positions(); position++) {
        int from = (row * window.positions() + position) * width;
        for (int cell = 0; cell < window.cells(); cell++) {
          int pixel = window.pixel(position, cell);
          if (pixel >= 0) {
            int to = row * window.imageSize() + pixel * channels;
            multiplyBack(gradients, from, cell * width, into[0], to);
          }
        }
      }
    }
  }

  private void multiply(double[] in, int from, int weight, double[] out, int to) {
    if (multiplier == 1) {
      for (int i = 0; i < channels; i++) {
        out[to + i] += in[from + i] * weights[weight + i];
      }
      return;
    }
    for (int i = 0; i < bias.length; i++) {
      out[to + i] += in[from + i / multiplier] * weights[weight + i];
    }
  }

  private void multiplyBack(double[] gradients, int from, int weight, double[] into, int to) {
    if (multiplier == 1) {
      for (int i = 0; i < channels; i++) {
        into[to + i] += gradients[from + i] * weights[weight + i];
      }
      return;
    }
    for (int i = 0; i < bias.length; i++) {
      into[to + i / multiplier] += gradients[from + i] * weights[weight + i];
    }
  }
}
