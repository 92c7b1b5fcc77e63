package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.report.BreakingSample;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Stability;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/** What is said about an answer once it is there. */
public record ReportExtras(
    List<FiniteCheck> finiteCheck,
    List<BreakingSample> breakingSamples,
    List<Orbit> orbits,
    Optional<Stability> stability,
    Optional<DiscreteSymmetries> discrete,
    List<Warning> warnings,
    boolean contradicted) {

  /** Nothing. */
  public static ReportExtras none() {
    return new ReportExtras(
        List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), false);
  }

  /** The same with whether the answer holds on other samples, and warnings of that. */
  public ReportExtras withStability(Optional<Stability> other, List<Warning> more) {
    return new ReportExtras(
            finiteCheck, breakingSamples, orbits, other, discrete, warnings, contradicted)
        .withWarnings(more);
  }

  /** The same with discrete symmetries, and warnings of them. */
  public ReportExtras withDiscrete(Optional<DiscreteSymmetries> other, List<Warning> more) {
    return new ReportExtras(
            finiteCheck, breakingSamples, orbits, stability, other, warnings, contradicted)
        .withWarnings(more);
  }

  /** The same with more warnings. */
  public ReportExtras withWarnings(List<Warning> more) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new ReportExtras(
        finiteCheck, breakingSamples, orbits, stability, discrete, all, contradicted);
  }

  /** The report with these, and how it all came about. */
  public SymmetryReport addTo(SymmetryReport report, Provenance provenance) {
    return report.completed(
        report.evidence().tried(finiteCheck, breakingSamples, orbits, stability).with(discrete),
        contradicted ? insufficient(report.nullspace()) : report.nullspace(),
        warnings,
        provenance);
  }

  /** Most generators are no symmetries beside the samples. */
  private static Nullspace insufficient(Nullspace found) {
    if (found.verdict() != Verdict.INVARIANT) {
      return found;
    }
    return found.with(Verdict.INSUFFICIENT_EVIDENCE);
  }
}
