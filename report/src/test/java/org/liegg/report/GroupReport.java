package org.liegg.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.FiniteDefects;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;

/** Reports of groups that were tried by their elements. */
final class GroupReport {
  private GroupReport() {}

  /** C(4) on a classifier, whose worst element has this defect, with these bounds. */
  static SymmetryReport ofQuarterTurns(Verdict verdict, double worst, double low, double high) {
    return report(
        verdict,
        worst,
        new double[] {low, high},
        new GroupCheck(
            "C(4)",
            Optional.of(BigInteger.valueOf(4)),
            new GroupCheck.Tested(
                2, 1, verdict == Verdict.INVARIANT ? 2 : 1, true, "", Optional.empty()),
            new GroupCheck.Samples(256, 4000, 1, 3),
            Optional.of(new GroupCheck.Worst("turn by 90°", worst, new double[] {low, high})),
            Optional.of(new GroupCheck.Decisions("turn by 90°", 0.03, new double[] {0.01, 0.06})),
            List.of(new GroupCheck.WorstSample(17, "turn by 90°", 2, 8)),
            List.of()));
  }

  /** Turns of an image, of which interpolation loses this share. */
  static SymmetryReport ofTurnedImages(Verdict verdict, double worst, double lost) {
    double[] bounds = {worst / 1.1, worst * 1.1};
    return report(
        verdict,
        worst,
        bounds,
        new GroupCheck(
            "image-rotate(28x28)",
            Optional.empty(),
            new GroupCheck.Tested(
                3, 0, 1, false, "drawn by the invariant measure", Optional.of(0.7)),
            new GroupCheck.Samples(4000, 4000, 3, 3),
            Optional.of(new GroupCheck.Worst("turn by 90°", worst, bounds)),
            Optional.empty(),
            List.of(),
            List.of(
                new GroupCheck.Loss("turn by 90°", lost, new double[] {lost / 1.1, lost * 1.1}))));
  }

  private static SymmetryReport report(
      Verdict verdict, double worst, double[] bounds, GroupCheck check) {
    SymmetryReport base = Reports.o5();
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            base.model(),
            new Data("x.npy", base.data().sha256(), 10_000, check.samples().used()),
            new Action(check.name(), 0, false, List.of())),
        new SymmetryReport.Answer(
            new DecompositionInfo("none", Accuracy.BACKWARD_STABLE, "elements of the group"),
            SpectrumInfo.none(),
            new Nullspace(
                new Nullspace.Count(0, 0, Optional.empty()),
                0.01,
                Optional.empty(),
                0,
                "elements of the group",
                verdict),
            List.of(),
            Optional.empty(),
            Optional.of(
                new Reference(
                    check.name(),
                    0,
                    new double[0],
                    new double[0],
                    Optional.empty(),
                    Optional.of(new ReferenceDefects(worst, bounds, worst, 0, verdict))))),
        ReportEvidence.transformed(
                new FiniteDefects(
                    check.samples().used(),
                    List.of(
                        element("turn by 90°", worst, bounds),
                        element("turn by 180°", 0, new double[] {0, 0.004}))),
                Optional.empty())
            .with(check),
        List.of(),
        base.provenance());
  }

  private static TransformationDefect element(String name, double defect, double[] bounds) {
    return new TransformationDefect(
        name, Optional.empty(), new double[0], 1, 1.4, false, defect, bounds, 0.25);
  }
}
