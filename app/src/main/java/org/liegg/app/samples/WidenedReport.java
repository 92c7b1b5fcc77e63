package org.liegg.app.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/**
 * A report whose bounds are wider by what changes when samples are moved by their errors. No
 * verdict becomes firmer here.
 *
 * @param source of the samples as they are
 * @param moved the same of samples that were moved
 * @param hidden the share of a combination of features that errors explain, where fields can vanish
 *     because samples depend on each other
 */
record WidenedReport(SymmetryReport source, List<SymmetryReport> moved, Optional<Double> hidden) {
  /** A combination of features of which errors explain as much may be 0. */
  private static final double EXPLAINED = 0.25;

  SymmetryReport report() {
    WidenedEvidence evidence = new WidenedEvidence(source, moved);
    double defect = evidence.defect();
    double variance = evidence.variance();
    List<Generator> generators =
        source.generators().stream().map(one -> widened(one, defect, variance)).toList();
    List<Warning> warnings = new ArrayList<>(source.warnings());
    Nullspace decision = decision(generators, warnings);
    Optional<Reference> reference =
        source.reference().map(known -> reference(known, evidence, warnings));
    SymmetryReport.Answer answer = source.answer();
    return new SymmetryReport(
        source.schema(),
        source.subject(),
        new SymmetryReport.Answer(
            answer.decomposition(),
            answer.spectrum(),
            decision,
            generators,
            answer.algebra(),
            reference),
        evidence.widened(),
        warnings,
        source.provenance());
  }

  private static Generator widened(Generator one, double defect, double variance) {
    return new Generator(
        one.coefficients(),
        one.matrix(),
        one.symmetryVariance(),
        one.defect(),
        one.defectInterval().map(bounds -> WidenedEvidence.widened(bounds, defect)),
        one.varianceInterval().map(bounds -> WidenedEvidence.widened(bounds, variance)));
  }

  private Nullspace decision(List<Generator> generators, List<Warning> warnings) {
    Nullspace before = source.nullspace();
    int[] dimensions =
        Stream.concat(Stream.of(source), moved.stream())
            .map(report -> report.nullspace().count())
            .flatMapToInt(
                count ->
                    Arrays.stream(
                        count.interval().orElse(new int[] {count.dimension(), count.dimension()})))
            .sorted()
            .toArray();
    int[] range = {dimensions[0], dimensions[dimensions.length - 1]};
    Nullspace wider =
        new Nullspace(
            new Nullspace.Count(before.dimension(), before.count().trivial(), Optional.of(range)),
            before.tolerance(),
            before.gap(),
            before.largestGapDimension(),
            before.rule(),
            before.verdict(),
            before.isolation());
    List<String> objections = objections(generators, range);
    objections.forEach(text -> warnings.add(new Warning(WarningCode.INPUT_ERRORS, text)));
    return objections.isEmpty() || before.verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? wider
        : wider.with(Verdict.INSUFFICIENT_EVIDENCE);
  }

  private List<String> objections(List<Generator> generators, int[] range) {
    List<String> objections = new ArrayList<>();
    Nullspace before = source.nullspace();
    boolean other =
        moved.stream()
            .map(SymmetryReport::nullspace)
            .anyMatch(
                found ->
                    found.dimension() != before.dimension() || found.verdict() != before.verdict());
    if (other && before.verdict() != Verdict.INSUFFICIENT_EVIDENCE) {
      objections.add(
          "Samples that are moved by their errors give another answer, or none: %s."
              .formatted(
                  range[0] == range[1]
                      ? "%d directions, and not for certain".formatted(range[0])
                      : "%d to %d directions".formatted(range[0], range[1])));
    }
    long open =
        IntStream.range(0, generators.size())
            .filter(
                i ->
                    upper(source.generators().get(i)) <= before.tolerance()
                        && upper(generators.get(i)) > before.tolerance())
            .count();
    if (open > 0) {
      objections.add(
          "The errors of the samples leave it open whether %d of %d directions are symmetries."
              .formatted(open, generators.size()));
    }
    hidden
        .filter(share -> share > EXPLAINED)
        .ifPresent(
            share ->
                objections.add(
                    String.format(
                        Locale.ROOT,
                        "Errors explain %.2g of a combination of the inputs or of monomials of"
                            + " them, which may be 0: fields may vanish at the samples that are no"
                            + " symmetries.",
                        Math.min(1, share))));
    return objections;
  }

  private static double upper(Generator one) {
    return one.defectInterval().map(bounds -> bounds[1]).orElse(one.defect());
  }

  private Reference reference(Reference known, WidenedEvidence evidence, List<Warning> warnings) {
    double angle =
        evidence.shift(
            report ->
                report.reference().map(Reference::principalAngles).stream()
                    .mapToDouble(all -> Arrays.stream(all).max().orElse(0))
                    .toArray());
    return new Reference(
        known.name(),
        known.dimension(),
        known.symmetryBias(),
        known.principalAngles(),
        known.angleInterval().map(bounds -> WidenedEvidence.widened(bounds, angle)),
        known.defect().map(found -> defects(found, evidence, warnings)));
  }

  private ReferenceDefects defects(
      ReferenceDefects found, WidenedEvidence evidence, List<Warning> warnings) {
    double shift =
        evidence.shift(
            report ->
                report.reference().flatMap(Reference::defect).stream()
                    .mapToDouble(ReferenceDefects::worst)
                    .toArray());
    double[] interval = WidenedEvidence.widened(found.worstInterval(), shift);
    double tolerance = source.nullspace().tolerance();
    boolean certain =
        moved.stream()
                .map(report -> report.reference().flatMap(Reference::defect))
                .allMatch(
                    other ->
                        other.map(ReferenceDefects::verdict).equals(Optional.of(found.verdict())))
            && switch (found.verdict()) {
              case INVARIANT -> interval[1] <= Math.max(tolerance, found.worstInterval()[1]);
              case BROKEN -> interval[0] > Math.min(tolerance, found.worstInterval()[0]);
              case INSUFFICIENT_EVIDENCE -> true;
            };
    if (!certain) {
      warnings.add(
          new Warning(
              WarningCode.INPUT_ERRORS,
              String.format(
                  Locale.ROOT,
                  "The defect of %.3g of the known algebra is not certain for the errors of the"
                      + " samples, which change it by %.2g.",
                  found.worst(),
                  shift)));
    }
    return new ReferenceDefects(
        found.worst(),
        interval,
        found.mean(),
        found.contained(),
        certain ? found.verdict() : Verdict.INSUFFICIENT_EVIDENCE);
  }
}
