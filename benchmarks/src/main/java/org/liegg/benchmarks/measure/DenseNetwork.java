package org.liegg.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A multilayer perceptron.
 *
 * @param layers first to last, at least one
 */
record DenseNetwork(List<Layer> layers) implements DifferentiableMap {

  private static final double BIAS = 0.3;

  DenseNetwork {
    layers = List.copyOf(layers);
  }

  /**
   * {@code x ↦ activation(W x + b)}.
   *
   * @param weights W, {@code outputs × inputs}
   * @param bias b, length outputs
   */
  record Layer(int inputs, double[] weights, double[] bias, Activation activation) {

    int outputs() {
      return bias.length;
    }

    double[] sums(double[] x) {
      double[] z = bias.clone();
      for (int o = 0; o < z.length; o++) {
        for (int i = 0; i < inputs; i++) {
          z[o] += weights[o * inputs + i] * x[i];
        }
      }
      return z;
    }
  }

  /**
   * Random weights, normal.
   *
   * @param gain standard deviation of the weights of a unit times the root of their number: below 1
   *     the network is nearly linear
   * @param sizes of inputs, hidden layers and outputs
   */
  static DenseNetwork untrained(Activation activation, double gain, long seed, int... sizes) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      double[] weights = Samples.normal(random, sizes[l] * sizes[l - 1]);
      double[] bias = Samples.normal(random, sizes[l]);
      double scale = gain / Math.sqrt(sizes[l - 1]);
      Arrays.setAll(weights, i -> scale * weights[i]);
      Arrays.setAll(bias, i -> BIAS * bias[i]);
      layers.add(
          new Layer(
              sizes[l - 1], weights, bias, l == sizes.length - 1 ? Activation.LINEAR : activation));
    }
    return new DenseNetwork(layers);
  }

  @Override
  public int inputs() {
    return layers.get(0).inputs();
  }

  @Override
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  @Override
  public void at(double[] x, double[] value, double[] jacobian) {
    List<double[]> sums = new ArrayList<>();
    double[] a = x;
    for (Layer layer : layers) {
      double[] z = layer.sums(a);
      sums.add(z);
      a = new double[z.length];
      for (int i = 0; i < a.length; i++) {
        a[i] = layer.activation().value(z[i]);
      }
    }
    System.arraycopy(a, 0, value, 0, value.length);
    for (int o = 0; o < value.length; o++) {
      double[] back = new double[value.length];
      back[o] = 1;
      for (int l = layers.size() - 1; l >= 0; l--) {
        back = pulledBack(layers.get(l), sums.get(l), back);
      }
      System.arraycopy(back, 0, jacobian, o * back.length, back.length);
    }
  }

  private static double[] pulledBack(Layer layer, double[] sums, double[] back) {
    double[] result = new double[layer.inputs()];
    for (int o = 0; o < sums.length; o++) {
      if (back[o] != 0) {
        double factor = back[o] * layer.activation().slope(sums[o]);
        for (int i = 0; i < result.length; i++) {
          result[i] += factor * layer.weights()[o * result.length + i];
        }
      }
    }
    return result;
  }
}
