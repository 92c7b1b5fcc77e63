package org.liegg.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;

/** A report that says where quarter turns are broken. */
final class WhereReport {
  private WhereReport() {}

  static SymmetryReport report() {
    return with(where());
  }

  static SymmetryReport with(Where where) {
    SymmetryReport base = GroupReport.ofQuarterTurns(Verdict.BROKEN, 0.5, 0.4, 0.6);
    return base.with(base.evidence().with(where), 0.25);
  }

  static Where where() {
    SamplePart low = part("x3 ≤ 1.2", 3280, Verdict.INVARIANT, 0.002);
    SamplePart high = part("x3 > 1.2", 720, Verdict.BROKEN, 0.31);
    SamplePart rare =
        new SamplePart("site = 7", 12, 0.003, 0, Optional.empty(), Verdict.INSUFFICIENT_EVIDENCE);
    return new Where(
        4000,
        List.of(
            new Where.SlicedBy("x3", "quantiles", List.of(low, high)),
            new Where.SlicedBy("site=sites.npy", "values", List.of(low, rare))),
        Optional.of(
            new BreakingRegion(
                1990,
                2010,
                List.of(leaf(false, low), leaf(true, high)),
                Optional.of(part("where it breaks", 720, Verdict.BROKEN, 0.31)),
                Optional.of(part("elsewhere", 3280, Verdict.INVARIANT, 0.002)))),
        Optional.of(
            new BeyondData(
                1000,
                List.of(
                    step(1, Verdict.INVARIANT, 0.001),
                    step(1.5, Verdict.INVARIANT, 0.004),
                    step(2, Verdict.BROKEN, 0.2)),
                Optional.of(1.5))),
        List.of(
            layer("layer0", Verdict.BROKEN, Optional.of(worst(0.99)), Optional.empty()),
            layer(
                "layer1",
                Verdict.INSUFFICIENT_EVIDENCE,
                Optional.empty(),
                Optional.of("LIEGG-MODEL-OUTPUT-TYPE: a class number")),
            layer("layer2", Verdict.INVARIANT, Optional.of(worst(0.003)), Optional.empty())),
        List.of(
            new Where.MovedSample(
                17,
                "turn by 90°",
                List.of(4, 4),
                new double[][] {new double[16], new double[16]},
                new double[][] {{0.5}, {0.7}})));
  }

  private static BreakingRegion.Leaf leaf(boolean above, SamplePart part) {
    return new BreakingRegion.Leaf(List.of(new BreakingRegion.Condition("x3", above, 1.2)), part);
  }

  private static BeyondData.Step step(double factor, Verdict verdict, double defect) {
    return new BeyondData.Step(factor, Optional.of(worst(defect)), verdict);
  }

  private static Where.LayerDefect layer(
      String name, Verdict verdict, Optional<GroupCheck.Worst> worst, Optional<String> failed) {
    return new Where.LayerDefect(name, "DenseLayer", 64, worst, verdict, failed);
  }

  private static SamplePart part(String name, int samples, Verdict verdict, double defect) {
    return new SamplePart(
        name,
        samples,
        samples / 4000.0,
        verdict == Verdict.BROKEN ? 0.97 : 0.03,
        Optional.of(worst(defect)),
        verdict);
  }

  private static GroupCheck.Worst worst(double defect) {
    return new GroupCheck.Worst("turn by 90°", defect, new double[] {0.8 * defect, 1.25 * defect});
  }
}
