package org.liegg.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Accuracy;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.assemble.ReportExtras;

/** Discrete symmetries of a model without derivatives, which need no known group. */
final class DiscreteRun {
  /** The stage of the search. */
  static final String STAGE = "discrete";

  private final ExtractionSetup setup;
  private final TriedSamples tried;

  /**
   * A run.
   *
   * @param tried the samples, read already
   */
  DiscreteRun(ExtractionSetup setup, TriedSamples tried) {
    this.setup = setup;
    this.tried = tried;
  }

  /** The report of a known group's transformations, with discrete symmetries. */
  SymmetryReport beside(SymmetryReport report) {
    ReportExtras found = searched();
    return found.addTo(report, tried.provenance());
  }

  /** A report of nothing else. */
  SymmetryReport report() {
    ReportExtras found = searched();
    SymmetryReport report =
        new SymmetryReport(
            SymmetryReport.SCHEMA,
            new SymmetryReport.Subject(
                setup.model.info(), tried.data(tried.read().survey().samples()), action()),
            new SymmetryReport.Answer(
                new DecompositionInfo(
                    "none", Accuracy.BACKWARD_STABLE, "signed permutations of inputs"),
                SpectrumInfo.none(),
                nothing(),
                List.of(),
                Optional.empty(),
                Optional.empty()),
            ReportEvidence.none(),
            warnings(),
            tried.provenance());
    return found.addTo(report, tried.provenance());
  }

  private ReportExtras searched() {
    Descriptions descriptions = new Descriptions();
    return new DiscreteStage(setup, tried.read(), tried.stages())
        .addTo(ReportExtras.none(), descriptions)
        .withWarnings(descriptions.warnings());
  }

  private Action action() {
    int fields = setup.action.dimension();
    return new Action(
        setup.action.spec(),
        fields,
        setup.action.equivariant(),
        IntStream.range(0, fields).mapToObj(setup.action::fieldName).toList());
  }

  private Nullspace nothing() {
    return new Nullspace(
        new Nullspace.Count(0, 0, Optional.of(new int[] {0, setup.action.dimension()})),
        setup.tolerance(),
        Optional.empty(),
        0,
        "none: continuous symmetries were not looked for",
        Verdict.INSUFFICIENT_EVIDENCE);
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(setup.model.warnings());
    warnings.add(
        new Warning(
            WarningCode.NO_DERIVATIVES,
            "The model is known by its values alone: they jump and are constant between the jumps,"
                + " or no derivatives were asked for. Its discrete symmetries were looked for; of"
                + " continuous ones nothing is said, unless a group to try is named by"
                + " --reference."));
    warnings.addAll(setup.data.warnings());
    return List.copyOf(warnings);
  }
}
