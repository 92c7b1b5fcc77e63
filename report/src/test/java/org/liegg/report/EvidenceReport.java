package org.liegg.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.report.BreakingSample;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.Stability;
import org.liegg.api.report.SymmetryReport;

/** The report of {@link Reports#o5()} with every section that evidence adds. */
final class EvidenceReport {

  private EvidenceReport() {}

  static SymmetryReport full() {
    SymmetryReport base = Reports.o5();
    return base.completed(
        new ReportEvidence(
            Optional.of(
                new HeldOut(
                    500,
                    500,
                    20,
                    0.95,
                    List.of(
                        new HeldOut.Direction(
                            0.002,
                            0.0022,
                            new double[] {0.002, 0.0024},
                            3e-4,
                            new double[] {2e-4, 4e-4}),
                        new HeldOut.Direction(
                            2, 2.02, new double[] {1.9, 2.1}, 0.3, new double[] {0.2, 0.4})))),
            List.of(
                check(0, 0.01, 1.02e-8, 1e-8),
                check(0, 0.1, 1.1e-6, 1e-6),
                check(1, 0.01, 2e-8, 2e-8),
                check(1, 0.1, 2.3e-6, 2e-6)),
            List.of(new BreakingSample(0, 17, 0.1, 3e-4, 0.25)),
            List.of(plane(), image()),
            Optional.of(
                new Stability(
                    true, 5, List.of(new Stability.Trial("first half", 500, 10, 0, 0.0031, 0.4)))),
            Optional.empty()),
        base.nullspace(),
        List.of(new Warning("degenerate-fields", "two fields agree; drop one", Optional.of(1))),
        base.provenance());
  }

  private static FiniteCheck check(int generator, double t, double measured, double predicted) {
    return new FiniteCheck(generator, t, measured, predicted, Optional.empty(), Optional.of(3e-8));
  }

  private static Orbit plane() {
    return new Orbit(
        0,
        3,
        List.of(2),
        new double[] {-1, 0, 1},
        new double[][] {{0.54, -0.84}, {1, 0}, {0.54, 0.84}},
        new double[][] {{0.99}, {1}, {1.01}});
  }

  private static Orbit image() {
    return new Orbit(
        1,
        5,
        List.of(2, 2),
        new double[] {0, 1},
        new double[][] {{0, 0.5, 1, 0}, {1, 0, 0.5, 0}},
        new double[][] {{0.2}, {0.3}});
  }
}
