package org.liegg.app;

import java.util.Random;
import org.liegg.api.Batch;

/**
 * The regression task of the method's authors: a function of two vectors a, b ∈ R⁵ that turning
 * both together leaves alone, {@code f(a, b) = sin‖a‖ − ‖b‖³/2 + a·b/(‖a‖‖b‖)}. Its symmetries
 * among the maps of gl(5) that act on a and b alike are the ten rotations so(5).
 */
final class RotationInvariantTask {
  /** Dimension of each vector. */
  static final int VECTOR = 5;

  /** Inputs of one sample: a, then b. */
  static final int INPUTS = 2 * VECTOR;

  /** Standard deviation of f over standard normal inputs, about. */
  private static final double SCALE = 5.95;

  /** Mean of f over standard normal inputs, about. */
  private static final double SHIFT = -5.64;

  private RotationInvariantTask() {}

  /** Standard normal inputs. */
  static Batch inputs(int samples, long seed) {
    Random random = new Random(seed);
    double[] values = new double[samples * INPUTS];
    for (int i = 0; i < values.length; i++) {
      // What single precision keeps, so that the saved file and the network see the same numbers.
      values[i] = (float) random.nextGaussian();
    }
    return new Batch(samples, INPUTS, values);
  }

  /** f, shifted and scaled to about mean 0 and variance 1. */
  static Batch targets(Batch inputs) {
    double[] values = new double[inputs.rows()];
    for (int n = 0; n < values.length; n++) {
      values[n] = (f(inputs, n) - SHIFT) / SCALE;
    }
    return new Batch(values.length, 1, values);
  }

  private static double f(Batch inputs, int n) {
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < VECTOR; i++) {
      double a = inputs.get(n, i);
      double b = inputs.get(n, VECTOR + i);
      aa += a * a;
      bb += b * b;
      ab += a * b;
    }
    double a = Math.sqrt(aa);
    double b = Math.sqrt(bb);
    return Math.sin(a) - 0.5 * b * b * b + ab / (a * b);
  }
}
