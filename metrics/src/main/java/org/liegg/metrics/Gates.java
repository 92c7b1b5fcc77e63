package org.liegg.metrics;

import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.api.DefectMeasure;
import org.liegg.api.Gate;
import org.liegg.api.Gate.Outcome;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Reference;
import org.liegg.api.SymmetryReport.ReferenceDefects;

/** Reads gates off reports. */
public final class Gates {

  private Gates() {}

  /**
   * The gate that a report with a reference stands for.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static Gate of(SymmetryReport report) {
    Reference reference =
        report
            .reference()
            .orElseThrow(() -> new IllegalArgumentException("a report without a reference"));
    Optional<ReferenceDefects> measured = reference.defect();
    return new Gate(
        measured.map(Gates::outcome).orElse(Outcome.INSUFFICIENT_EVIDENCE),
        reference.name(),
        reference.dimension(),
        measured.map(ReferenceDefects::contained).orElse(0),
        report.nullspace().tolerance(),
        measured.map(
            found ->
                new Bounded(found.worst(), found.worstInterval()[0], found.worstInterval()[1])),
        report.measure().flatMap(DefectMeasure::worstOutput),
        report.measure().flatMap(DefectMeasure::referenceTypicalDefect));
  }

  private static Outcome outcome(ReferenceDefects measured) {
    return switch (measured.verdict()) {
      case INVARIANT -> Outcome.HOLDS;
      case BROKEN -> Outcome.BROKEN;
      case INSUFFICIENT_EVIDENCE -> Outcome.INSUFFICIENT_EVIDENCE;
    };
  }
}
