package org.liegg.metrics;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

/** Reports under scale(3) for tests. */
final class SmallReports {

  private SmallReports() {}

  /** Of so many generators, of which the samples allow {@code low} to {@code high}. */
  static ReportBuilder of(Verdict verdict, int low, int high, List<Generator> generators) {
    ReportBuilder report =
        new ReportBuilder()
            .path("net")
            .outputs(2)
            .used(50)
            .action("scale(3)", 3)
            .spectrum(new double[] {3, 2, 1}, new double[] {0.5, 0.004, 0.002})
            .nullspace(verdict, generators.size(), low, high)
            .seconds("gradient", 0.25)
            .seconds("total", 0.5);
    generators.forEach(report::generator);
    return report;
  }

  /** Two generators along the first two axes, with these defects and a factor up and down. */
  static SymmetryReport withDefects(double first, double second, double factor) {
    return two(generator(0, first, factor), generator(1, second, factor)).build();
  }

  private static ReportBuilder two(Generator first, Generator second) {
    return of(Verdict.INVARIANT, 2, 2, List.of(first, second));
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
    ReferenceDefects defects =
        new ReferenceDefects(worst, new double[] {low, high}, worst / 2, 1, verdict);
    return two(generator(0, worst, 2), generator(1, worst, 2))
        .reference(
            new Reference(
                "so(2)", 2, new double[0], new double[0], Optional.empty(), Optional.of(defects)))
        .build();
  }

  /** The same of the logits, at another tolerance, decided by another rule. */
  static SymmetryReport askedOtherwise(SymmetryReport report) {
    return new SymmetryReport(
        report.schema(),
        new SymmetryReport.Subject(
            report.model().withHead(Head.LOGITS), report.data(), report.action()),
        report
            .answer()
            .with(
                new Nullspace(
                    report.nullspace().count(),
                    0.02,
                    Optional.empty(),
                    1,
                    "another rule",
                    report.nullspace().verdict())),
        report.evidence(),
        report.warnings(),
        report.provenance());
  }
}
