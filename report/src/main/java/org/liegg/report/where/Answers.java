package org.liegg.report.where;

import java.util.Optional;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.report.text.Numbers;

/** Answers about parts of the samples, in a word or two. */
final class Answers {

  private Answers() {}

  static String of(SamplePart part) {
    return of(part.verdict(), part.worst());
  }

  static String of(Verdict verdict, Optional<GroupCheck.Worst> worst) {
    return switch (verdict) {
      case INVARIANT -> "holds";
      case BROKEN -> "breaks";
      case INSUFFICIENT_EVIDENCE -> worst.isEmpty() ? "too few" : "not certain";
    };
  }

  /** A defect with its bounds; empty where there are none. */
  static String defect(Optional<GroupCheck.Worst> worst) {
    return worst
        .map(one -> Numbers.shown(one.defect()) + " " + Numbers.interval(one.interval()))
        .orElse("not measured");
  }

  static String percent(double share) {
    return Numbers.shown(100 * share) + " %";
  }
}
