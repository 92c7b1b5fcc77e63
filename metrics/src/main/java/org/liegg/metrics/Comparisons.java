package org.liegg.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.liegg.api.Bounded;
import org.liegg.api.DataException;
import org.liegg.api.Matrix;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Aspect;
import org.liegg.api.report.ReportComparison.Change;
import org.liegg.api.report.ReportComparison.Difference;
import org.liegg.api.report.ReportComparison.Dimension;
import org.liegg.api.report.ReportComparison.Pair;
import org.liegg.api.report.SymmetryReport;
import org.liegg.metrics.compare.ComparedGenerators;

/**
 * Compares reports, or generators of files. The answer is WORSE or BETTER only beyond noise: where
 * the bounds of the dimensions do not overlap, or where one of the ratios of defects, all taken
 * together, excludes 1.
 */
public final class Comparisons {
  /** Generators less alike than this are no pair. */
  private static final double ALIKE = 0.9;

  private Comparisons() {}

  /**
   * Compares reports.
   *
   * @throws DataException {@code LIEGG-COMPARE-ACTION} if the two are not under the same action
   */
  public static ReportComparison of(SymmetryReport before, SymmetryReport after) {
    return of(ComparedGenerators.of(before), ComparedGenerators.of(after));
  }

  /**
   * Compares generators, of reports or of manifests.
   *
   * @throws DataException {@code LIEGG-COMPARE-ACTION} if the two are not under the same action
   */
  public static ReportComparison of(ComparedGenerators before, ComparedGenerators after) {
    if (!before.action().equals(after.action())) {
      throw new DataException(
          "LIEGG-COMPARE-ACTION",
          "two answers",
          "one is under %s, the other under %s"
              .formatted(before.action().spec(), after.action().spec()),
          "extract both with the same --action");
    }
    double noise = Math.max(before.rounding(), after.rounding());
    List<Pair> pairs = pairs(before.generators(), after.generators(), noise);
    Optional<Bounded> reference = reference(before, after, noise);
    return new ReportComparison(
        before.dimension(),
        after.dimension(),
        Subspaces.principalAngles(span(before), span(after)),
        pairs,
        reference,
        differences(before, after),
        before.settled() && after.settled()
            ? change(before.dimension(), after.dimension(), pairs, reference)
            : Change.INSUFFICIENT_EVIDENCE);
  }

  private static Change change(
      Dimension first, Dimension second, List<Pair> pairs, Optional<Bounded> reference) {
    List<Bounded> measured = new ArrayList<>();
    pairs.forEach(pair -> pair.ratio().ifPresent(measured::add));
    reference.ifPresent(measured::add);
    List<Bounded> ratios = simultaneous(measured);
    if (second.high() < first.low() || ratios.stream().anyMatch(ratio -> ratio.low() > 1)) {
      return Change.WORSE;
    }
    boolean better =
        second.low() > first.high() || ratios.stream().anyMatch(ratio -> ratio.high() < 1);
    return better ? Change.BETTER : Change.SAME;
  }

  /**
   * The same intervals, so wide that all of them cover at once (Bonferroni): of many ratios one
   * seems to have changed by chance.
   */
  private static List<Bounded> simultaneous(List<Bounded> ratios) {
    if (ratios.isEmpty()) {
      return ratios;
    }
    double tail = (1 - Jackknife.CONFIDENCE) / 2;
    NormalDistribution normal = new NormalDistribution();
    double wider =
        normal.inverseCumulativeProbability(tail / ratios.size())
            / normal.inverseCumulativeProbability(tail);
    return ratios.stream()
        .map(
            ratio ->
                new Bounded(
                    ratio.value(),
                    ratio.value() * Math.pow(ratio.low() / ratio.value(), wider),
                    ratio.value() * Math.pow(ratio.high() / ratio.value(), wider)))
        .toList();
  }

  private static Matrix span(ComparedGenerators side) {
    int m = side.action().dimension();
    List<Generator> generators = side.generators();
    double[] rows = new double[generators.size() * m];
    for (int i = 0; i < generators.size(); i++) {
      System.arraycopy(generators.get(i).coefficients(), 0, rows, i * m, m);
    }
    return new Matrix(generators.size(), m, rows);
  }

  /** Most alike first, every generator in one pair at most. */
  private static List<Pair> pairs(List<Generator> first, List<Generator> second, double noise) {
    record Likeness(int i, int j, double cosine) {}
    List<Likeness> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        double cosine =
            Math.abs(Vectors.dot(first.get(i).coefficients(), second.get(j).coefficients()));
        if (cosine >= ALIKE) {
          all.add(new Likeness(i, j, cosine));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Likeness::cosine).reversed());
    boolean[] firstTaken = new boolean[first.size()];
    boolean[] secondTaken = new boolean[second.size()];
    List<Pair> pairs = new ArrayList<>();
    for (Likeness likeness : all) {
      if (!firstTaken[likeness.i()] && !secondTaken[likeness.j()]) {
        firstTaken[likeness.i()] = true;
        secondTaken[likeness.j()] = true;
        pairs.add(
            new Pair(
                likeness.i(),
                likeness.j(),
                ratio(bounded(first.get(likeness.i())), bounded(second.get(likeness.j())), noise)));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::before));
    return List.copyOf(pairs);
  }

  /** The held-out estimate is not in the report; the middle of its log-scale interval is. */
  private static Optional<Bounded> bounded(Generator generator) {
    return generator
        .defectInterval()
        .map(bounds -> new Bounded(Math.sqrt(bounds[0] * bounds[1]), bounds[0], bounds[1]));
  }

  private static Optional<Bounded> reference(
      ComparedGenerators before, ComparedGenerators after, double noise) {
    Optional<Reference> first = before.reference();
    Optional<Reference> second = after.reference();
    if (first.isEmpty()
        || second.isEmpty()
        || !first.get().name().equals(second.get().name())
        || first.get().defect().isEmpty()
        || second.get().defect().isEmpty()) {
      return Optional.empty();
    }
    return ratio(worst(first.get()), worst(second.get()), noise);
  }

  private static Optional<Bounded> worst(Reference reference) {
    return reference
        .defect()
        .map(
            found ->
                new Bounded(found.worst(), found.worstInterval()[0], found.worstInterval()[1]));
  }

  private static Optional<Bounded> ratio(
      Optional<Bounded> before, Optional<Bounded> after, double noise) {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Bounded a = before.get();
    Bounded b = after.get();
    double low = Math.max(noise, b.low()) / Math.max(noise, a.high());
    double high = Math.max(noise, b.high()) / Math.max(noise, a.low());
    double value = Math.max(noise, b.value()) / Math.max(noise, a.value());
    double down =
        Math.hypot(logWidth(b.value(), b.low(), noise), logWidth(a.high(), a.value(), noise));
    double up =
        Math.hypot(logWidth(b.high(), b.value(), noise), logWidth(a.value(), a.low(), noise));
    return Optional.of(
        new Bounded(
            value,
            Math.min(value, Math.max(low, value * Math.exp(-down))),
            Math.max(value, Math.min(high, value * Math.exp(up)))));
  }

  private static double logWidth(double high, double low, double noise) {
    return Math.log(Math.max(noise, high) / Math.max(noise, low));
  }

  /** What was asked differently, and so may differ without any change of the model. */
  private static List<Difference> differences(ComparedGenerators before, ComparedGenerators after) {
    return Stream.of(Aspect.values())
        .filter(
            aspect ->
                aspect == Aspect.REFERENCE
                    || (before.asked().containsKey(aspect) && after.asked().containsKey(aspect)))
        .map(
            aspect ->
                new Difference(
                    aspect,
                    Optional.ofNullable(before.asked().get(aspect)),
                    Optional.ofNullable(after.asked().get(aspect))))
        .filter(difference -> !difference.before().equals(difference.after()))
        .toList();
  }
}
