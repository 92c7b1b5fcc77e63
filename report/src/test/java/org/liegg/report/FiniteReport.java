package org.liegg.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.FiniteDefects;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;

/** Reports of a model without derivatives. */
final class FiniteReport {
  private FiniteReport() {}

  /** The worst of three elements of so(2) has this defect, with these bounds. */
  static SymmetryReport of(Verdict verdict, double worst, double low, double high) {
    SymmetryReport base = Reports.o5();
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            base.model(),
            new Data("x.npy", base.data().sha256(), 10_000, 4000),
            new Action("gl(2)", 4, false, List.of("E[1,1]", "E[1,2]", "E[2,1]", "E[2,2]"))),
        new SymmetryReport.Answer(
            new DecompositionInfo(
                "none", Accuracy.BACKWARD_STABLE, "finite transformations of the reference"),
            SpectrumInfo.none(),
            new Nullspace(
                new Nullspace.Count(
                    verdict == Verdict.INVARIANT ? 1 : 0, 0, Optional.of(new int[] {0, 4})),
                0.01,
                Optional.empty(),
                0,
                "finite transformations of the reference alone",
                verdict),
            List.of(),
            Optional.empty(),
            Optional.of(
                new Reference(
                    "so(2)",
                    1,
                    new double[0],
                    new double[0],
                    Optional.empty(),
                    Optional.of(
                        new ReferenceDefects(
                            worst,
                            new double[] {low, high},
                            worst,
                            verdict == Verdict.INVARIANT ? 1 : 0,
                            verdict))))),
        ReportEvidence.transformed(
            new FiniteDefects(
                4000,
                List.of(
                    element(1.11, worst / 2, low / 2, high / 2),
                    element(2.22, worst, low, high),
                    insensitive())),
            Optional.empty()),
        List.of(new Warning(WarningCode.NO_DERIVATIVES, "it has values alone")),
        base.provenance());
  }

  private static TransformationDefect element(double t, double defect, double low, double high) {
    return new TransformationDefect(
        "generator 1 (E[1,2] −E[2,1])",
        Optional.of(0),
        new double[] {0, 0.7, -0.7, 0},
        t,
        0.77,
        false,
        defect,
        new double[] {low, high},
        0.25);
  }

  private static TransformationDefect insensitive() {
    return new TransformationDefect(
        "random combination 1",
        Optional.empty(),
        new double[] {0, 0.7, -0.7, 0},
        0.5,
        0.3,
        true,
        0,
        new double[2],
        0);
  }
}
