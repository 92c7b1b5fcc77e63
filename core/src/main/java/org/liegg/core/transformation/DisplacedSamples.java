package org.liegg.core.transformation;

import java.util.Optional;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.core.samples.BlockedSamples;

/**
 * What a model changes by where samples are displaced: all changes are squared, of every output,
 * {@code samples × k}. Confined to one thread.
 *
 * @param model whose values change
 * @param samples that are displaced
 * @param varying the part of them that varies, {@code samples × d}
 * @param still F at the samples as they are, {@code samples × k}
 */
record DisplacedSamples(VaryingModel model, BlockedSamples samples, Batch varying, Batch still) {
  /** Inputs that are moved one at a time; of more, a part is drawn for every sample. */
  static final int MAX_SINGLE = 8;

  private static final long SEED = 7;

  DisplacedSamples(VaryingModel model, BlockedSamples samples) {
    this(model, samples, model.varying(samples.batch()), model.outputs(samples.batch()));
  }

  /** F at samples that were moved to here; empty where the model fails. */
  Optional<Batch> outputs(Batch moved) {
    return model.outputs(samples.batch(), moved);
  }

  /** {@code (F(x + shift) − F(x))²}; empty where the model fails. */
  Optional<double[]> change(double[] shifts) {
    double[] moved = varying.values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += shifts[i];
    }
    return outputs(new Batch(varying.rows(), varying.columns(), moved))
        .map(there -> squares(there, still));
  }

  /**
   * {@code Σ_i (F(x + shift_i e_i) − F(x))²} over some inputs; empty where the model fails. Where
   * there are many, eight of them are drawn for every sample, which leaves the expectation.
   *
   * @param shifts of every sample, {@code samples × d}
   * @param inputs that are moved
   */
  Optional<double[]> singleChanges(double[] shifts, int[] inputs) {
    double[] sum = new double[still.values().length];
    int passes = Math.min(MAX_SINGLE, inputs.length);
    SplittableRandom random = new SplittableRandom(SEED);
    int[] first = random.ints(varying.rows(), 0, Math.max(1, inputs.length)).toArray();
    for (int pass = 0; pass < passes; pass++) {
      double[] alone = new double[shifts.length];
      for (int n = 0; n < varying.rows(); n++) {
        int place = (int) ((first[n] + (long) pass * inputs.length / passes) % inputs.length);
        int at = n * varying.columns() + inputs[place];
        alone[at] = shifts[at];
      }
      Optional<double[]> changed = change(alone);
      if (changed.isEmpty()) {
        return changed;
      }
      add(sum, changed.get(), (double) inputs.length / passes);
    }
    return Optional.of(sum);
  }

  static void add(double[] sum, double[] more, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * more[i];
    }
  }

  static double[] squares(Batch left, Batch right) {
    double[] squares = new double[left.values().length];
    for (int i = 0; i < squares.length; i++) {
      double difference = left.values()[i] - right.values()[i];
      squares[i] = difference * difference;
    }
    return squares;
  }
}
