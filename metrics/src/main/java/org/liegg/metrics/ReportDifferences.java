package org.liegg.metrics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportComparison.Aspect;
import org.liegg.api.report.ReportComparison.Difference;
import org.liegg.api.report.SymmetryReport;

/** What was asked differently of two reports, and so may differ without any change of the model. */
final class ReportDifferences {

  private ReportDifferences() {}

  static List<Difference> of(SymmetryReport before, SymmetryReport after) {
    return Stream.of(Aspect.values())
        .map(aspect -> new Difference(aspect, value(aspect, before), value(aspect, after)))
        .filter(difference -> !difference.before().equals(difference.after()))
        .toList();
  }

  private static Optional<String> value(Aspect aspect, SymmetryReport report) {
    return switch (aspect) {
      case REFERENCE -> report.reference().map(Reference::name);
      case HEAD -> Optional.of(report.model().head());
      case OUTPUT -> Optional.of(report.model().output());
      case INPUT -> Optional.of(report.model().input());
      case TOLERANCE -> Optional.of(Double.toString(report.nullspace().tolerance()));
      case RULE -> Optional.of(report.nullspace().rule());
    };
  }
}
