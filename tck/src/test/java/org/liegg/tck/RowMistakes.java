package org.liegg.tck;

import static org.liegg.tck.ExactModel.INPUTS;
import static org.liegg.tck.ExactModel.OUTPUTS;

import org.liegg.api.Jacobians;

/** Derivatives that are those of something else, all of them mistakes that engines have made. */
final class RowMistakes {
  private static final int BLOCK = OUTPUTS * INPUTS;

  private RowMistakes() {}

  /** Differentiates the sum of the outputs, in every row. */
  static void sum(Jacobians right, double[] values) {
    combine(right, values, 1, 1);
  }

  /** Differentiates the mean of the outputs. */
  static void mean(Jacobians right, double[] values) {
    combine(right, values, 0.5, 0.5);
  }

  /** Gives output 0 the gradient of output 1 and the other way round. */
  static void swap(Jacobians right, double[] values) {
    for (int n = 0; n < right.samples(); n++) {
      for (int i = 0; i < INPUTS; i++) {
        values[n * BLOCK + i] = right.get(n, 1, i);
        values[n * BLOCK + INPUTS + i] = right.get(n, 0, i);
      }
    }
  }

  /** Scales by the number of outputs. */
  static void scale(Jacobians right, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= OUTPUTS;
    }
  }

  /** Descends. */
  static void negate(Jacobians right, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
  }

  /** Lays Jacobians out as inputs × outputs. */
  static void transpose(Jacobians right, double[] values) {
    for (int n = 0; n < right.samples(); n++) {
      for (int o = 0; o < OUTPUTS; o++) {
        for (int i = 0; i < INPUTS; i++) {
          values[n * BLOCK + i * OUTPUTS + o] = right.get(n, o, i);
        }
      }
    }
  }

  /** Gives every sample the Jacobian of the one before; the first that of the last. */
  static void offByOne(Jacobians right, double[] values) {
    for (int n = 0; n < right.samples(); n++) {
      int from = (n + right.samples() - 1) % right.samples();
      System.arraycopy(right.values(), from * BLOCK, values, n * BLOCK, BLOCK);
    }
  }

  private static void combine(Jacobians right, double[] values, double first, double second) {
    for (int n = 0; n < right.samples(); n++) {
      for (int i = 0; i < INPUTS; i++) {
        double both = first * right.get(n, 0, i) + second * right.get(n, 1, i);
        values[n * BLOCK + i] = both;
        values[n * BLOCK + INPUTS + i] = both;
      }
    }
  }
}
