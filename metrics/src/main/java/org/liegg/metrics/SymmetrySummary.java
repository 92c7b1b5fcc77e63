package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;

/**
 * What a report comes down to in a handful of numbers that can be drawn over time.
 *
 * @param dimension number of symmetries, trivial ones included
 * @param trivial how many of them F does not feel at all
 * @param defects δ of the directions that are not trivial, smallest first
 * @param variance the smallest symmetry variance σ²/N, in squared units of the output; empty where
 *     nothing was found
 * @param largestAngle the largest principal angle between the symmetries found and a reference, in
 *     degrees; empty without a reference or a symmetry
 * @param largestBias the largest distance of a generator (unit norm) to the span of the reference;
 *     empty without a reference or a symmetry
 * @param reference the defect inside the reference, where it was measured
 */
public record SymmetrySummary(
    int dimension,
    int trivial,
    double[] defects,
    OptionalDouble variance,
    OptionalDouble largestAngle,
    OptionalDouble largestBias,
    Optional<ReferenceDefect> reference) {
  private static final SymmetrySummary NONE =
      new SymmetrySummary(
          0,
          0,
          new double[0],
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty());

  /** Nothing is known. */
  public static SymmetrySummary none() {
    return NONE;
  }

  /** What this report says; it knows nothing of the defect inside the reference. */
  public static SymmetrySummary of(SymmetryReport report) {
    int trivial = report.nullspace().trivial();
    double[] descending = report.spectrum().defect();
    // There is no spectrum where only finite transformations were tried.
    double[] defects = Arrays.copyOf(descending, Math.max(0, descending.length - trivial));
    Arrays.sort(defects);
    return new SymmetrySummary(
        report.nullspace().dimension(),
        trivial,
        defects,
        Arrays.stream(report.spectrum().symmetryVariance()).min(),
        largest(report.reference().map(Reference::principalAngles)),
        largest(report.reference().map(Reference::symmetryBias)),
        Optional.empty());
  }

  /** The same with the defect inside a reference. */
  public SymmetrySummary withReference(ReferenceDefect measured) {
    return new SymmetrySummary(
        dimension, trivial, defects, variance, largestAngle, largestBias, Optional.of(measured));
  }

  /** The smallest defect; empty where every direction is trivial, or nothing is known. */
  public OptionalDouble smallestDefect() {
    return defects.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(defects[0]);
  }

  private static OptionalDouble largest(Optional<double[]> values) {
    return values.map(Arrays::stream).map(all -> all.max()).orElse(OptionalDouble.empty());
  }
}
