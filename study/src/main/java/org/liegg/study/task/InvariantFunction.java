package org.liegg.study.task;

import java.util.Random;
import org.liegg.api.Batch;

/** Functions with a known symmetry, shifted and scaled to about mean 0 and variance 1. */
public enum InvariantFunction {
  /** sin‖a‖ − ‖b‖³/2 + a·b/(‖a‖‖b‖) of a, b ∈ R⁵: rotations of both together, so(5). */
  O5(10, -5.64, 5.95) {
    @Override
    double value(double[] x, int at) {
      double aa = dot(x, at, at, 5);
      double bb = dot(x, at + 5, at + 5, 5);
      double ab = dot(x, at, at + 5, 5);
      double a = Math.sqrt(aa);
      double b = Math.sqrt(bb);
      return Math.sin(a) - 0.5 * b * b * b + ab / (a * b);
    }
  },
  /** x₀² − x₁² − x₂² − x₃²: the Lorentz group, so(1,3). */
  LORENTZ(4, -2, 2.828) {
    @Override
    double value(double[] x, int at) {
      return x[at] * x[at] - dot(x, at + 1, at + 1, 3);
    }
  },
  /** sin‖a − b‖ of a, b ∈ R³: rigid motions of both together, se(3). */
  SE3_PAIRS(6, 0.521, 0.540) {
    @Override
    double value(double[] x, int at) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        double d = x[at + i] - x[at + 3 + i];
        sum += d * d;
      }
      return Math.sin(Math.sqrt(sum));
    }
  };

  private final int inputs;
  private final double shift;
  private final double scale;

  /**
   * @param shift mean of the function over standard normal inputs, about
   * @param scale its standard deviation, about
   */
  InvariantFunction(int inputs, double shift, double scale) {
    this.inputs = inputs;
    this.shift = shift;
    this.scale = scale;
  }

  /** Inputs of one sample. */
  public int inputs() {
    return inputs;
  }

  /** Standard normal inputs, {@code samples × inputs()}. */
  public Batch inputs(int samples, long seed) {
    Random random = new Random(seed);
    double[] values = new double[samples * inputs];
    for (int i = 0; i < values.length; i++) {
      // What single precision keeps, so that a saved file and a network see the same numbers.
      values[i] = (float) random.nextGaussian();
    }
    return new Batch(samples, inputs, values);
  }

  /** The function, shifted and scaled, {@code samples × 1}. */
  public Batch targets(Batch x) {
    double[] values = new double[x.rows()];
    for (int n = 0; n < values.length; n++) {
      values[n] = (value(x.values(), n * inputs) - shift) / scale;
    }
    return new Batch(values.length, 1, values);
  }

  /** The function of the sample that begins at a place of an array. */
  abstract double value(double[] x, int at);

  private static double dot(double[] x, int from, int other, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += x[from + i] * x[other + i];
    }
    return sum;
  }
}
