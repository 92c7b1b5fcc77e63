package org.liegg.benchmarks;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;

/**
 * A random smooth network of three layers, {@code W₃ tanh(W₂ tanh(W₁ z + b))}, that sees the first
 * few inputs through their norm only: so(round) is its symmetry, and nothing else is. Jacobians are
 * rounded to floats, as those of an engine of single precision are.
 */
final class RoundNetwork {
  private final int inputs;
  private final int outputs;
  private final int width;
  private final int round;
  private final double[] first;
  private final double[] bias;
  private final double[] second;
  private final double[] third;
  private final Random random;

  RoundNetwork(int inputs, int outputs, int width, int round, long seed) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.width = width;
    this.round = round;
    random = new Random(seed);
    int seen = inputs - round + 1;
    first = normal(width * seen, 1 / Math.sqrt(seen));
    bias = normal(width, 0.5);
    second = normal(width * width, 1.5 / Math.sqrt(width));
    third = normal(outputs * width, 1 / Math.sqrt(width));
  }

  /** The polarization of the next samples, normally distributed, under gl(inputs). */
  Polarization next(FieldBasis fields, int samples) {
    double[] x = normal(samples * inputs, 1);
    double[] jacobians = new double[samples * outputs * inputs];
    for (int n = 0; n < samples; n++) {
      jacobian(x, n * inputs, jacobians, n * outputs * inputs);
    }
    return new Polarization(
        fields,
        new Batch(samples, inputs, x),
        new Jacobians(samples, outputs, inputs, jacobians, new double[samples * outputs]));
  }

  private void jacobian(double[] x, int at, double[] jacobians, int target) {
    int seen = inputs - round + 1;
    double[] z = new double[seen];
    for (int i = 0; i < round; i++) {
      z[0] += x[at + i] * x[at + i];
    }
    z[0] = Math.sqrt(z[0]);
    System.arraycopy(x, at + round, z, 1, seen - 1);
    double[] a = tanh(first, z, bias);
    double[] b = tanh(second, a, new double[width]);
    for (int o = 0; o < outputs; o++) {
      double[] back = new double[width];
      for (int i = 0; i < width; i++) {
        back[i] = third[o * width + i] * (1 - b[i] * b[i]);
      }
      back = transposed(second, back, width);
      for (int i = 0; i < width; i++) {
        back[i] *= 1 - a[i] * a[i];
      }
      back = transposed(first, back, seen);
      for (int i = 0; i < inputs; i++) {
        double entry = i < round ? back[0] * x[at + i] / z[0] : back[i - round + 1];
        jacobians[target + o * inputs + i] = (float) entry;
      }
    }
  }

  private static double[] tanh(double[] weights, double[] in, double[] offset) {
    double[] out = offset.clone();
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < in.length; j++) {
        out[i] += weights[i * in.length + j] * in[j];
      }
      out[i] = Math.tanh(out[i]);
    }
    return out;
  }

  private static double[] transposed(double[] weights, double[] in, int columns) {
    double[] out = new double[columns];
    for (int i = 0; i < in.length; i++) {
      double x = in[i];
      int from = i * columns;
      for (int j = 0; j < columns; j++) {
        out[j] += x * weights[from + j];
      }
    }
    return out;
  }

  private double[] normal(int count, double scale) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }
}
