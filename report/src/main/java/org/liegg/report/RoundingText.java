package org.liegg.report;

import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Precision;
import org.liegg.api.report.Rounding;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.subject.SubjectText;
import org.liegg.report.text.Numbers;

/** Which values of a spectrum are rounding, in words. */
final class RoundingText {

  private RoundingText() {}

  /** How many of the last defects are rounding, those of trivial directions included. */
  static int zeros(SymmetryReport report) {
    return report
        .spectrum()
        .roundingBelow()
        .map(level -> level.defects(report.spectrum().defect()))
        .orElse(0);
  }

  /** A sentence on the values that may be 0; empty where none is rounding. */
  static Optional<String> of(SymmetryReport report) {
    return report.spectrum().roundingBelow().flatMap(level -> sentence(report, level));
  }

  private static Optional<String> sentence(SymmetryReport report, Rounding level) {
    int sigmas = level.singularValues(report.spectrum().singularValues());
    int defects = level.defects(report.spectrum().defect());
    if (sigmas == 0 && defects == 0) {
      return Optional.empty();
    }
    String what =
        sigmas == defects
            ? last(sigmas, "σ and defect", "σ and defects")
            : sigmas == 0
                ? last(defects, "defect", "defects")
                : defects == 0
                    ? last(sigmas, "σ", "σ")
                    : "%s and %s"
                        .formatted(
                            last(sigmas, "σ", "σ"),
                            last(defects, "defect", "defects").replaceFirst("The", "the"));
    return Optional.of(
        "%s %s 0 up to rounding of %s: σ ≤ %s, defect ≤ %s."
            .formatted(
                what,
                Math.max(sigmas, defects) == 1 && (sigmas == 0 || defects == 0) ? "is" : "are",
                origin(report),
                Numbers.shown(level.singularValue()),
                Numbers.shown(level.defect())));
  }

  private static String last(int count, String one, String several) {
    return count == 1
        ? "The last " + one
        : "The last %s %s".formatted(Numbers.count(count), several);
  }

  /** What rounds most. */
  private static String origin(SymmetryReport report) {
    if (report.model().gradientNoise() > 0) {
      return SubjectText.isOfSamples(report.model())
          ? "gradients that samples say"
          : "gradients by differences";
    }
    if (report.model().precision() == Precision.FLOAT) {
      return "gradients in single precision";
    }
    return report.decomposition().accuracy() == Accuracy.GRAM
        ? "the decomposition (%s)".formatted(report.decomposition().name())
        : "double precision";
  }
}
