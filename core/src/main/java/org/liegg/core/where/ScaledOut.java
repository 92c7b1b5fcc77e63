package org.liegg.core.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.core.samples.BlockedSamples;

/**
 * Samples moved away from their mean, and a group tried there: {@code x ↦ m + f (x − m)} of the
 * inputs that vary.
 *
 * @param samples as they are
 * @param model which of their numbers vary
 * @param tried tries the group on samples
 */
public record ScaledOut(
    BlockedSamples samples, ModelInfo model, Function<BlockedSamples, TriedOn> tried) {
  private static final List<Double> FACTORS = List.of(1.0, 1.25, 1.5, 2.0, 3.0, 4.0);

  /** The answer at every factor. */
  public BeyondData found() {
    double[] mean = mean();
    List<BeyondData.Step> steps = new ArrayList<>();
    Optional<Double> holdsTo = Optional.empty();
    boolean kept = true;
    for (double factor : FACTORS) {
      SamplePart all =
          PartMeasure.of(tried.apply(moved(mean, factor)))
              .part("all", ElementChanges.everywhere(samples.count()), FACTORS.size());
      kept &= all.verdict() == Verdict.INVARIANT;
      holdsTo = kept ? Optional.of(factor) : holdsTo;
      steps.add(new BeyondData.Step(factor, all.worst(), all.verdict()));
    }
    return new BeyondData(samples.count(), steps, holdsTo);
  }

  private double[] mean() {
    Batch batch = samples.batch();
    double[] mean = new double[batch.columns()];
    for (int at = 0; at < batch.values().length; at++) {
      mean[at % mean.length] += batch.values()[at] / batch.rows();
    }
    return mean;
  }

  private BlockedSamples moved(double[] mean, double factor) {
    Batch batch = samples.batch();
    double[] values = batch.values().clone();
    for (int at = 0; at < values.length; at++) {
      int i = at % mean.length;
      boolean varies = i >= model.inputFrom() && i < model.inputFrom() + model.inputSize();
      values[at] = varies && factor != 1 ? mean[i] + factor * (values[at] - mean[i]) : values[at];
    }
    return new BlockedSamples(
        new Batch(batch.rows(), batch.columns(), values),
        samples.places(),
        samples.blocks(),
        samples.units());
  }
}
