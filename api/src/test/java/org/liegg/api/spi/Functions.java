package org.liegg.api.spi;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.spi.FunctionModel.OfSample;

/** Functions of three inputs and two outputs, or networks, with their derivatives. */
final class Functions {
  static final double[][] A = {{0.3, -0.7, 0.2}, {-0.4, 0.1, 0.9}};

  private Functions() {}

  /** F_o(x) = sin(a_o·x) + (o + 1) x_0 x_2. */
  static double[] smooth(double[] x) {
    double[] f = new double[2];
    for (int o = 0; o < 2; o++) {
      f[o] = Math.sin(dot(A[o], x)) + (o + 1) * x[0] * x[2];
    }
    return f;
  }

  static double[] smoothDerivative(double[] x) {
    double[] j = new double[6];
    for (int o = 0; o < 2; o++) {
      for (int i = 0; i < 3; i++) {
        j[o * 3 + i] = Math.cos(dot(A[o], x)) * A[o][i];
      }
      j[o * 3] += (o + 1) * x[2];
      j[o * 3 + 2] += (o + 1) * x[0];
    }
    return j;
  }

  /** v·max(0, Wx) without biases, so that every kink goes through 0. */
  static FunctionModel rectified(int inputs, int units, long seed) {
    Random random = new Random(seed);
    double[][] w = new double[units][];
    double[] v = random.doubles(units, -1, 1).toArray();
    for (int u = 0; u < units; u++) {
      w[u] = random.doubles(inputs, -1, 1).toArray();
    }
    OfSample function =
        x -> {
          double sum = 0;
          for (int u = 0; u < units; u++) {
            sum += v[u] * Math.max(0, dot(w[u], x));
          }
          return new double[] {sum};
        };
    OfSample derivative =
        x -> {
          double[] j = new double[inputs];
          for (int u = 0; u < units; u++) {
            for (int i = 0; dot(w[u], x) > 0 && i < inputs; i++) {
              j[i] += v[u] * w[u][i];
            }
          }
          return j;
        };
    return new FunctionModel(inputs, 1, function, derivative);
  }

  /** Standard normal, times a factor. */
  static Batch samples(int count, int size, double factor) {
    Random random = new Random(8);
    double[] values = new double[count * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = factor * random.nextGaussian();
    }
    return new Batch(count, size, values);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
