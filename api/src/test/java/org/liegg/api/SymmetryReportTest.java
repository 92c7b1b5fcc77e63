package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.Action;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Form;
import org.liegg.api.report.FormKind;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class SymmetryReportTest {
  private static final double[] NONE = {};

  @Test
  void rejectsAVarianceForEveryButOneSingularValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpectrumInfo(new double[2], new double[1], NONE, noVectors()))
        .withMessage("SpectrumInfo: 1 values given, the shape says 2");
  }

  @Test
  void rejectsMoreTrivialDirectionsThanDirections() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nullspace(1, 2))
        .withMessage("Nullspace: 2 trivial directions of 1");
    assertThatIllegalArgumentException().isThrownBy(() -> nullspace(1, -1));
  }

  @Test
  void rejectsAGeneratorOfAnotherAction() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(3, new ArrayList<>(List.of(generator(2)))))
        .withMessage("Generator: 2 values given, the shape says 3");
  }

  @Test
  void rejectsASignatureThatIsNotOfThreeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> algebra(Optional.empty(), new int[] {0, 3}))
        .withMessage("killingSignature: 2 counts given, it has three");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Form(FormKind.SYMMETRIC, new int[1], noVectors()))
        .withMessage("signature: 1 counts given, it has three");
  }

  @Test
  void leavesItsSpanOnlyWhereThatWasSeen() {
    assertThat(algebra(Optional.of(0.3), new int[3]).leavesItsSpan()).isTrue();
    assertThat(algebra(Optional.of(0.2), new int[3]).leavesItsSpan()).isFalse();
    assertThat(algebra(Optional.empty(), new int[3]).leavesItsSpan()).isFalse();
  }

  @Test
  void keepsItsGeneratorsWhenTheCallersListChanges() {
    List<Generator> generators = new ArrayList<>(List.of(generator(3)));
    SymmetryReport report = report(3, generators);
    generators.clear();
    assertThat(report.generators()).hasSize(1);
  }

  @Test
  void keepsTheOrderOfOptionsAndStages() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("z", "1");
    options.put("a", "2");
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("read", 1.0);
    seconds.put("gradient", 2.0);
    Provenance provenance = provenance(options, seconds);
    options.clear();
    assertThat(provenance.options().keySet()).containsExactly("z", "a");
    assertThat(provenance.seconds().keySet()).containsExactly("read", "gradient");
    assertThatThrownBy(() -> provenance.options().put("b", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Algebra algebra(Optional<Double> residual, int[] killing) {
    return new Algebra(
        new Algebra.Identity("so(3)", true, 3),
        new Algebra.Closure(residual, Optional.of(0.2)),
        new Algebra.Invariants(Optional.of(killing), Optional.of(new int[] {3}), Optional.of(0)),
        List.of(),
        List.of(),
        List.of());
  }

  private static double[][] noVectors() {
    return new double[0][];
  }

  private static Generator generator(int coefficients) {
    return new Generator(new double[coefficients], Optional.empty(), 0, 0);
  }

  private static Nullspace nullspace(int dimension, int trivial) {
    return new Nullspace(
        new Nullspace.Count(dimension, trivial),
        0.01,
        Optional.empty(),
        0,
        "defect ≤ 0.01",
        Verdict.INVARIANT);
  }

  private static Provenance provenance(Map<String, String> options, Map<String, Double> seconds) {
    return new Provenance(
        new Provenance.Environment("0", "17", "Linux", "2"),
        1,
        options,
        new Provenance.Run("2026-01-01T00:00:00Z", seconds, 0));
  }

  private static SymmetryReport report(int fields, List<Generator> generators) {
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(
            new ModelInfo(
                new ModelInfo.Origin("m", "0", "dl4j", "1"),
                3,
                new ModelInfo.Taken(1, "output", "identity"),
                Precision.FLOAT),
            new Data("d", "0", 0, 0),
            new Action("scale(3)", fields)),
        new SymmetryReport.Answer(
            new DecompositionInfo("gram", Accuracy.GRAM, ""),
            new SpectrumInfo(NONE, NONE, NONE, noVectors()),
            nullspace(1, 0),
            generators,
            Optional.empty(),
            Optional.empty()),
        ReportEvidence.none(),
        List.of(),
        provenance(Map.of(), Map.of()));
  }
}
