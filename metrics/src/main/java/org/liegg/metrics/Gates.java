package org.liegg.metrics;

import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.Gate;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

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
        measured.map(ReferenceDefects::verdict).orElse(Verdict.INSUFFICIENT_EVIDENCE),
        expected(report, reference),
        report.nullspace().tolerance(),
        measured.map(
            found ->
                new Bounded(found.worst(), found.worstInterval()[0], found.worstInterval()[1])),
        report.measure().flatMap(DefectMeasure::worstOutput),
        report.measure().flatMap(DefectMeasure::referenceTypicalDefect));
  }

  private static Gate.Expected expected(SymmetryReport report, Reference reference) {
    return report
        .group()
        .map(GroupCheck::tested)
        .map(tested -> new Gate.Expected(reference.name(), tested.elements(), tested.contained()))
        .orElseGet(
            () ->
                new Gate.Expected(
                    reference.name(),
                    reference.dimension(),
                    reference.defect().map(ReferenceDefects::contained).orElse(0)));
  }
}
