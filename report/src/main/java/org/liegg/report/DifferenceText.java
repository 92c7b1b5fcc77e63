package org.liegg.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.report.ReportComparison.Difference;

/** What was asked differently of two reports, and what that means for comparing them. */
final class DifferenceText {

  private DifferenceText() {}

  /** A sentence or two for each. */
  static List<String> of(List<Difference> differences) {
    return differences.stream().map(DifferenceText::of).toList();
  }

  private static String of(Difference difference) {
    return switch (difference.aspect()) {
      case REFERENCE ->
          difference.before().isPresent() && difference.after().isPresent()
              ? "They have different references, %s. Neither is compared."
                  .formatted(values(difference))
              : "Only one of them has a reference, %s. It is not compared."
                  .formatted(values(difference));
      case HEAD ->
          "They are of different heads, %s: of different functions, then."
              .formatted(values(difference));
      case OUTPUT ->
          "They are of different outputs, %s: of different functions, then."
              .formatted(values(difference));
      case INPUT ->
          "Different inputs vary in them, %s: they are of different functions, then."
              .formatted(values(difference));
      case TOLERANCE ->
          "They have different tolerances, %s: the dimensions do not count the same."
              .formatted(values(difference));
      case RULE ->
          "They were decided by different rules, \"%s\" before and \"%s\" after: a difference may be"
                  .formatted(value(difference.before()), value(difference.after()))
              + " one of the rules. Extract both again with the same version and the same options.";
    };
  }

  private static String values(Difference difference) {
    return "%s before and %s after"
        .formatted(value(difference.before()), value(difference.after()));
  }

  private static String value(Optional<String> value) {
    return value.orElse("none");
  }
}
