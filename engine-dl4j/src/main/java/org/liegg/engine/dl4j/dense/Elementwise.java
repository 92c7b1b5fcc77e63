package org.liegg.engine.dl4j.dense;

/**
 * An activation that treats every value alike: its Jacobian is diagonal, and its slopes are kept.
 *
 * @param function the function of one value
 */
record Elementwise(Scalar function) implements Activation {

  @Override
  public void forward(double[][] z, int width, int samples, double[][] kept) {
    for (int neuron = 0; neuron < width; neuron++) {
      double[] values = z[neuron];
      double[] slopes = kept[neuron];
      for (int i = 0; i < samples; i++) {
        double value = function.value(values[i]);
        slopes[i] = function.slope(values[i], value);
        values[i] = value;
      }
    }
  }

  @Override
  public void forward(float[][] z, int width, int samples, float[][] kept) {
    float[] scratch = new float[samples];
    for (int neuron = 0; neuron < width; neuron++) {
      function.apply(z[neuron], samples, kept[neuron], scratch);
    }
  }

  @Override
  public void backward(double[][] gradients, int width, int outputs, int samples, double[][] kept) {
    for (int neuron = 0; neuron < width; neuron++) {
      if (outputs == 1) {
        multiply(gradients[neuron], kept[neuron], samples);
      } else {
        multiply(gradients[neuron], outputs, kept[neuron], samples);
      }
    }
  }

  @Override
  public void backward(float[][] gradients, int width, int outputs, int samples, float[][] kept) {
    for (int neuron = 0; neuron < width; neuron++) {
      if (outputs == 1) {
        multiply(gradients[neuron], kept[neuron], samples);
      } else {
        multiply(gradients[neuron], outputs, kept[neuron], samples);
      }
    }
  }

  // The loops over one output are vector instructions, those at offsets are not.

  private static void multiply(double[] gradients, double[] slopes, int samples) {
    for (int i = 0; i < samples; i++) {
      gradients[i] *= slopes[i];
    }
  }

  private static void multiply(double[] gradients, int outputs, double[] slopes, int samples) {
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < samples; i++) {
        gradients[o * samples + i] *= slopes[i];
      }
    }
  }

  private static void multiply(float[] gradients, float[] slopes, int samples) {
    for (int i = 0; i < samples; i++) {
      gradients[i] *= slopes[i];
    }
  }

  private static void multiply(float[] gradients, int outputs, float[] slopes, int samples) {
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < samples; i++) {
        gradients[o * samples + i] *= slopes[i];
      }
    }
  }
}
