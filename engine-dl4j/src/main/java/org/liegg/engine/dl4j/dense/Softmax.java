package org.liegg.engine.dl4j.dense;

import java.util.Arrays;

/**
 * s_i = exp(z_i)/Σ_j exp(z_j) over the neurons. The values are kept; with them a gradient g becomes
 * {@code s ⊙ (g − g·s)}. Shifted by the largest, the sum lies between 1 and their number: nothing
 * overflows.
 */
record Softmax() implements Activation {

  @Override
  public void forward(double[][] z, int width, int samples, double[][] kept) {
    double[] largest = new double[samples];
    double[] sum = new double[samples];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        largest[i] = Math.max(largest[i], z[neuron][i]);
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        z[neuron][i] = Math.exp(z[neuron][i] - largest[i]);
        sum[i] += z[neuron][i];
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        z[neuron][i] /= sum[i];
        kept[neuron][i] = z[neuron][i];
      }
    }
  }

  @Override
  public void forward(float[][] z, int width, int samples, float[][] kept) {
    float[] largest = new float[samples];
    float[] scratch = new float[samples];
    double[] sum = new double[samples];
    Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        largest[i] = Math.max(largest[i], z[neuron][i]);
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        z[neuron][i] -= largest[i];
      }
      FloatExp.exp(z[neuron], samples, scratch);
      for (int i = 0; i < samples; i++) {
        sum[i] += z[neuron][i];
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < samples; i++) {
        z[neuron][i] = (float) (z[neuron][i] / sum[i]);
        kept[neuron][i] = z[neuron][i];
      }
    }
  }

  @Override
  public void backward(double[][] gradients, int width, int outputs, int samples, double[][] kept) {
    double[] mean = new double[outputs * samples];
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradients[neuron][i] * kept[neuron][i % samples];
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < mean.length; i++) {
        gradients[neuron][i] = kept[neuron][i % samples] * (gradients[neuron][i] - mean[i]);
      }
    }
  }

  @Override
  public void backward(float[][] gradients, int width, int outputs, int samples, float[][] kept) {
    float[] mean = new float[outputs * samples];
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradients[neuron][i] * kept[neuron][i % samples];
      }
    }
    for (int neuron = 0; neuron < width; neuron++) {
      for (int i = 0; i < mean.length; i++) {
        gradients[neuron][i] = kept[neuron][i % samples] * (gradients[neuron][i] - mean[i]);
      }
    }
  }
}
