package org.liegg.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/** Reports under scale(3) for tests. */
final class SmallReports {

  private SmallReports() {}

  static SymmetryReport of(
      String action,
      Verdict verdict,
      int[] interval,
      List<Generator> generators,
      Optional<ReferenceDefects> reference) {
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            new ModelInfo(
                new ModelInfo.Origin("net", "", "engine", "1"),
                3,
                new ModelInfo.Taken(2, "output", "output"),
                Precision.DOUBLE),
            new Data("data", "", 50, 50),
            new Action(action, 3)),
        new SymmetryReport.Answer(
            new DecompositionInfo("gram", Accuracy.GRAM, ""),
            new SpectrumInfo(
                new double[] {3, 2, 1},
                new double[] {1, 0.5, 0.25},
                new double[] {0.5, 0.004, 0.002},
                new double[0][]),
            new Nullspace(
                new Nullspace.Count(generators.size(), 0, Optional.of(interval)),
                0.01,
                Optional.empty(),
                1,
                "",
                verdict),
            generators,
            Optional.empty(),
            reference.map(
                found ->
                    new Reference(
                        "so(2)", 2, new double[0], new double[0], Optional.empty(), reference))),
        ReportEvidence.none(),
        List.of(),
        new Provenance(
            new Provenance.Environment("", "", "", ""),
            0,
            Map.of(),
            new Provenance.Run("", Map.of("gradient", 0.25, "total", 0.5), 0)));
  }

  /** Two generators along the first two axes, with these defects and a factor up and down. */
  static SymmetryReport withDefects(double first, double second, double factor) {
    return of(
        "scale(3)",
        Verdict.INVARIANT,
        new int[] {2, 2},
        List.of(generator(0, first, factor), generator(1, second, factor)),
        Optional.empty());
  }

  static Generator generator(int axis, double defect, double factor) {
    double[] coefficients = new double[3];
    coefficients[axis] = 1;
    return new Generator(
        coefficients,
        Optional.empty(),
        1,
        defect,
        Optional.of(new double[] {defect / factor, defect * factor}),
        Optional.empty());
  }

  static SymmetryReport withReference(Verdict verdict, double low, double worst, double high) {
    return of(
        "scale(3)",
        Verdict.INVARIANT,
        new int[] {2, 2},
        List.of(generator(0, worst, 2), generator(1, worst, 2)),
        Optional.of(new ReferenceDefects(worst, new double[] {low, high}, worst / 2, 1, verdict)));
  }

  /** The same of the logits, at another tolerance, decided by another rule. */
  static SymmetryReport askedOtherwise(SymmetryReport report) {
    return new SymmetryReport(
        report.schema(),
        new SymmetryReport.Subject(
            report.model().withHead(Head.LOGITS), report.data(), report.action()),
        new SymmetryReport.Answer(
            report.decomposition(),
            report.spectrum(),
            new Nullspace(
                new Nullspace.Count(
                    report.nullspace().dimension(), 0, report.nullspace().interval()),
                0.02,
                Optional.empty(),
                1,
                "another rule",
                report.nullspace().verdict()),
            report.generators(),
            report.algebra(),
            report.reference()),
        ReportEvidence.none(),
        report.warnings(),
        report.provenance());
  }
}
