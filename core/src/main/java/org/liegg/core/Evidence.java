package org.liegg.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.HeldOut;
import org.liegg.api.Matrix;
import org.liegg.api.SymmetryReport.ReferenceDefects;
import org.liegg.api.SymmetryReport.Verdict;
import org.liegg.metrics.AngleBounds;
import org.liegg.metrics.DimensionBounds;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.NullspaceDecision;

/**
 * What samples say of directions that other samples suggested.
 *
 * @param chosen what one half of the samples suggested
 * @param chosenOn samples in that half
 * @param measure of those directions, and behind them of the reference's generators, on the other
 *     half
 * @param reference of the reference's generators alone, on all samples
 * @param tolerance the largest defect that counts as a symmetry
 */
record Evidence(
    ChosenDirections chosen,
    long chosenOn,
    Optional<HeldOutMeasure> measure,
    Optional<HeldOutMeasure> reference,
    double tolerance) {
  /** So many directions go into the report. */
  private static final int REPORTED = 64;

  /** A space of more directions is not solved anew for every block. */
  private static final int MOST_ANGLES = 160;

  /**
   * How many of the directions are symmetries; empty where too few samples were measured. Where no
   * direction is felt there is nothing to measure, and the answer is certain.
   */
  Optional<DimensionBounds> bounds() {
    if (chosen.felt() == 0 && chosenOn > 0) {
      return Optional.of(new DimensionBounds(0, 0, 0));
    }
    return measure.map(measured -> DimensionBounds.of(measured, chosen.count(), tolerance));
  }

  /** The section of the report. */
  Optional<HeldOut> section() {
    return measure.map(
        measured ->
            new HeldOut(
                chosenOn,
                measured.samples(),
                measured.blocks(),
                measured.confidence(),
                IntStream.range(0, Math.min(REPORTED, chosen.count()))
                    .mapToObj(i -> direction(measured, i))
                    .toList()));
  }

  private HeldOut.Direction direction(HeldOutMeasure measured, int i) {
    double[] c = new double[measured.directions()];
    c[i] = 1;
    Bounded defect = measured.defect(c);
    double[] h = chosen.direction(i);
    double unit = 0;
    for (double value : h) {
      unit += value * value;
    }
    Bounded variance = measured.variance(c);
    return new HeldOut.Direction(
        chosen.defects()[i],
        defect.value(),
        defect.interval(),
        variance.value() / unit,
        new double[] {variance.low() / unit, variance.high() / unit});
  }

  /**
   * How far all of the reference is from being a symmetry; empty without a reference or with too
   * few samples.
   */
  Optional<ReferenceDefects> referenceDefects(int dimension) {
    return reference.map(
        measured -> {
          double[] defects = measured.defects();
          int unfelt = dimension - defects.length;
          int contained = unfelt + (int) Arrays.stream(defects).filter(d -> d <= tolerance).count();
          Optional<Bounded> worst = measured.worst(0, measured.directions());
          return new ReferenceDefects(
              worst.map(Bounded::value).orElse(0.0),
              worst.map(Bounded::interval).orElseGet(() -> new double[2]),
              Arrays.stream(defects).sum() / dimension,
              contained,
              worst.map(this::verdict).orElse(Verdict.INSUFFICIENT_EVIDENCE));
        });
  }

  private Verdict verdict(Bounded worst) {
    if (worst.high() <= tolerance) {
      return Verdict.INVARIANT;
    }
    return worst.low() > tolerance ? Verdict.BROKEN : Verdict.INSUFFICIENT_EVIDENCE;
  }

  /** The interval of the largest principal angle, where every direction was measured. */
  Optional<Bounded> angle(
      double largest, long samples, NullspaceDecision decision, ReferenceAlgebra known) {
    if (measure.isEmpty()
        || !chosen.complete()
        || chosen.count() > MOST_ANGLES
        || chosen.trivial().rows() != decision.defects().trivialCount()
        || decision.dimension() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        AngleBounds.of(
            largest,
            samples,
            measure.get(),
            chosen.directions(),
            decision.held(),
            chosen.trivial(),
            known.generators()));
  }

  /** Directions of the candidate space that are not felt, or were too many to measure. */
  int unmeasured() {
    return chosen.felt() - chosen.count();
  }

  Matrix directions() {
    return chosen.directions();
  }
}
