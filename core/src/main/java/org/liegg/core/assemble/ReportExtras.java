package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.BreakingSample;
import org.liegg.api.FiniteCheck;
import org.liegg.api.Orbit;
import org.liegg.api.Stability;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Warning;

/** What is said about an answer once it is there. */
public record ReportExtras(
    List<FiniteCheck> finiteCheck,
    List<BreakingSample> breakingSamples,
    List<Orbit> orbits,
    Optional<Stability> stability,
    List<Warning> warnings,
    boolean contradicted) {

  /** Nothing. */
  public static ReportExtras none() {
    return new ReportExtras(List.of(), List.of(), List.of(), Optional.empty(), List.of(), false);
  }

  /** The same with whether the answer holds on other samples, and warnings of that. */
  public ReportExtras withStability(Optional<Stability> other, List<Warning> more) {
    return new ReportExtras(finiteCheck, breakingSamples, orbits, other, warnings, contradicted)
        .withWarnings(more);
  }

  /** The same with more warnings. */
  public ReportExtras withWarnings(List<Warning> more) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new ReportExtras(finiteCheck, breakingSamples, orbits, stability, all, contradicted);
  }

  /** The report with these, and how it all came about. */
  public SymmetryReport addTo(SymmetryReport report, SymmetryReport.Provenance provenance) {
    List<Warning> all = new ArrayList<>(report.warnings());
    all.addAll(warnings);
    return new SymmetryReport(
        report.schema(),
        report.model(),
        report.data(),
        report.action(),
        report.decomposition(),
        report.spectrum(),
        contradicted ? insufficient(report.nullspace()) : report.nullspace(),
        report.generators(),
        report.algebra(),
        report.reference(),
        report.heldOut(),
        finiteCheck,
        breakingSamples,
        orbits,
        stability,
        report.measure(),
        all,
        provenance);
  }

  /** Most generators are no symmetries beside the samples. */
  private static SymmetryReport.Nullspace insufficient(SymmetryReport.Nullspace found) {
    if (found.verdict() != SymmetryReport.Verdict.INVARIANT) {
      return found;
    }
    return found.with(SymmetryReport.Verdict.INSUFFICIENT_EVIDENCE);
  }
}
