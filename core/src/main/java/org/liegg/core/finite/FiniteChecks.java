package org.liegg.core.finite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.report.BreakingSample;
import org.liegg.api.report.FiniteCheck;
import org.liegg.metrics.Subspaces;

/**
 * Tries finite group elements: {@code E‖F(exp(tA)x) − F(x)‖²} is {@code t²·V} to second order in t,
 * and what it is beyond that only the finite transformation tells. Safe for use by many threads.
 */
final class FiniteChecks {
  static final double[] TIMES = {0.01, 0.03, 0.1, 0.3, 1, 3};

  /** Up to here the second order is expected to be most of it. */
  static final double NEAR = 0.3;

  /** The length at which samples are told apart. */
  static final double BREAKING_TIME = 1;

  private static final int BREAKING_SAMPLES = 5;

  /** A change of this many times the predicted one is no matter of higher orders. */
  private static final double MISMATCH = 10;

  /** Errors of an output, in units of the rounding of its arithmetic. */
  private static final double ROUNDINGS = 64;

  /** A projection on the reference below this has no direction. */
  private static final double NOWHERE = 1e-6;

  private final FiniteSamples samples;
  private final Batch still;
  private final SecondOrder predicted;
  private final double floor;
  private final Optional<Matrix> reference;

  /**
   * @param predicted of the generators that are tried, in their order
   * @param reference spans the known algebra by its rows
   */
  FiniteChecks(
      MovedModel moved,
      FiniteSamples samples,
      SecondOrder predicted,
      ModelInfo model,
      Optional<Matrix> reference) {
    this.samples = samples;
    this.predicted = predicted;
    this.reference = reference.map(Subspaces::orthonormalBasis);
    still = moved.outputs(samples.batch());
    double rounding =
        Math.max(
            ROUNDINGS * (model.precision() == Precision.FLOAT ? 0x1p-24 : 0x1p-53),
            model.gradientNoise());
    double size = SecondOrder.square(still.values(), 0, still.values().length) / samples.count();
    floor = rounding * rounding * (size + predicted.sensitivity());
  }

  /**
   * Tries one generator.
   *
   * @param moved the model, in this thread
   * @param place its place in the report
   * @param at its place among those that are tried
   * @param worst whether its defect is the largest
   */
  GeneratorTrial check(MovedModel moved, int place, int at, double[] generator, boolean worst) {
    GeneratorTrial trial = GeneratorTrial.empty();
    Optional<double[]> nearest = reference.flatMap(basis -> nearest(generator, basis));
    for (double t : TIMES) {
      Optional<double[]> changes = moved.changes(generator, samples.batch(), still, t);
      Optional<double[]> exact =
          nearest.flatMap(known -> moved.changes(known, samples.batch(), still, t));
      if (changes.isEmpty() || (nearest.isPresent() && exact.isEmpty())) {
        trial.incomplete().add("generator %d at t = %s".formatted(place + 1, t));
      }
      if (changes.isPresent()) {
        FiniteCheck check =
            new FiniteCheck(
                place,
                t,
                mean(changes.get()),
                t * t * predicted.variances()[at],
                exact.map(FiniteChecks::mean),
                Optional.of(floor));
        trial.checks().add(check);
        if (isOff(moved, check, generator)) {
          trial.mismatches().add(check);
        }
        if (worst && t == BREAKING_TIME) {
          trial.breaking().addAll(breaking(place, changes.get()));
        }
      }
    }
    return trial;
  }

  /** Far more than predicted, beyond rounding and beyond what the flow itself loses. */
  private boolean isOff(MovedModel moved, FiniteCheck check, double[] generator) {
    double most = MISMATCH * check.predicted() + floor;
    return check.t() <= NEAR
        && check.measured() > most
        && check.measured() > most + lost(moved, generator, check.t());
  }

  /** What a way there and back changes: nothing, but where pictures are resampled. */
  private double lost(MovedModel moved, double[] generator, double t) {
    return moved
        .thereAndBack(generator, samples.batch(), still, t)
        .map(FiniteChecks::mean)
        .orElse(0.0);
  }

  private List<BreakingSample> breaking(int place, double[] changes) {
    double sum = Arrays.stream(changes).sum();
    if (sum <= floor * changes.length) {
      return List.of(); // Rounding breaks whatever sample it happens to.
    }
    return IntStream.range(0, changes.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer n) -> changes[n]).reversed())
        .limit(BREAKING_SAMPLES)
        .map(
            n ->
                new BreakingSample(
                    place, samples.places()[n], BREAKING_TIME, changes[n], changes[n] / sum))
        .toList();
  }

  /** The element of the reference that is nearest to a generator, at unit norm. */
  private static Optional<double[]> nearest(double[] generator, Matrix basis) {
    double[] projection = new double[generator.length];
    for (int r = 0; r < basis.rows(); r++) {
      double dot = 0;
      for (int c = 0; c < generator.length; c++) {
        dot += basis.get(r, c) * generator[c];
      }
      for (int c = 0; c < generator.length; c++) {
        projection[c] += dot * basis.get(r, c);
      }
    }
    double norm = Math.sqrt(SecondOrder.square(projection, 0, projection.length));
    if (!(norm > NOWHERE)) {
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(projection).map(value -> value / norm).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
