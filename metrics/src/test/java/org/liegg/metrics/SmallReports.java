package org.liegg.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Generator;
import org.liegg.api.SymmetryReport.Reference;
import org.liegg.api.SymmetryReport.ReferenceDefects;
import org.liegg.api.SymmetryReport.Verdict;

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
        new ModelInfo("net", "", "engine", "1", 3, 2, "output", "output", Precision.DOUBLE),
        new SymmetryReport.Data("data", "", 50, 50),
        new SymmetryReport.Action(action, 3),
        new SymmetryReport.DecompositionInfo("gram", Accuracy.GRAM, ""),
        new SymmetryReport.SpectrumInfo(
            new double[] {3, 2, 1},
            new double[] {1, 0.5, 0.25},
            new double[] {0.5, 0.004, 0.002},
            new double[0][]),
        new SymmetryReport.Nullspace(
            generators.size(), 0, Optional.of(interval), 0.01, Optional.empty(), 1, "", verdict),
        generators,
        Optional.empty(),
        reference.map(
            found ->
                new Reference(
                    "so(2)", 2, new double[0], new double[0], Optional.empty(), reference)),
        List.of(),
        new SymmetryReport.Provenance(
            "", "", "", "", 0, Map.of(), "", Map.of("gradient", 0.25, "total", 0.5), 0));
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
        report.model().withHead(Head.LOGITS),
        report.data(),
        report.action(),
        report.decomposition(),
        report.spectrum(),
        new SymmetryReport.Nullspace(
            report.nullspace().dimension(),
            0,
            report.nullspace().interval(),
            0.02,
            Optional.empty(),
            1,
            "another rule",
            report.nullspace().verdict()),
        report.generators(),
        report.algebra(),
        report.reference(),
        report.warnings(),
        report.provenance());
  }
}
