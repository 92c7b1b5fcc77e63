package org.liegg.tck;

import static org.liegg.tck.ExactModel.INPUTS;
import static org.liegg.tck.ExactModel.OUTPUTS;

import java.util.Arrays;
import java.util.Random;
import org.liegg.tck.AlteredModel.Mistake;

/** Derivatives that depend on more than their own sample. */
final class BatchMistakes {

  private BatchMistakes() {}

  /** Divides by the batch size, as the gradient of a mean loss is. */
  static Mistake meanLoss() {
    return (right, values) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] /= right.samples();
      }
    };
  }

  /** Divides by the spread of the batch, as batch normalisation in training does. */
  static Mistake batchStatistics() {
    return (right, values) -> {
      double squares = 0;
      for (double response : right.responses()) {
        squares += response * response;
      }
      double spread = Math.sqrt(1 + squares / Math.max(1, right.responses().length));
      for (int i = 0; i < values.length; i++) {
        values[i] /= spread;
      }
    };
  }

  /** Drops other units in every call, as training does. */
  static Mistake dropout() {
    Random random = new Random(3);
    return (right, values) -> drop(values, random);
  }

  /** Drops the same units in every call: other ones for the next sample. */
  static Mistake seededDropout() {
    return (right, values) -> drop(values, new Random(3));
  }

  /** Accumulates gradients from call to call. */
  static Mistake staleState() {
    double[] left = {0};
    return (right, values) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] += left[0];
      }
      left[0] += values.length == 0 ? 0 : 0.25 * values[0];
    };
  }

  /** Is wrong in the last sample of batches of odd size. */
  static Mistake lostLastSample() {
    return (right, values) -> {
      if (right.samples() % 2 == 1) {
        Arrays.fill(values, values.length - OUTPUTS * INPUTS, values.length, 0);
      }
    };
  }

  /** Knows no more than 1000 samples. */
  static Mistake fullBuffer() {
    return (right, values) -> {
      int full = 1000 * OUTPUTS * INPUTS;
      Arrays.fill(values, Math.min(full, values.length), values.length, 0);
    };
  }

  private static void drop(double[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= random.nextBoolean() ? 2 : 0;
    }
  }
}
