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

class SymmetryReportTest {
  private static final double[] NONE = {};

  @Test
  void rejectsAVarianceForEveryButOneSingularValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SymmetryReport.SpectrumInfo(new double[2], new double[1], NONE, noVectors()))
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
        .isThrownBy(
            () ->
                new SymmetryReport.Form(SymmetryReport.FormKind.SYMMETRIC, new int[1], noVectors()))
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
    List<SymmetryReport.Generator> generators = new ArrayList<>(List.of(generator(3)));
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
    SymmetryReport.Provenance provenance = provenance(options, seconds);
    options.clear();
    assertThat(provenance.options().keySet()).containsExactly("z", "a");
    assertThat(provenance.seconds().keySet()).containsExactly("read", "gradient");
    assertThatThrownBy(() -> provenance.options().put("b", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static SymmetryReport.Algebra algebra(Optional<Double> residual, int[] killing) {
    return new SymmetryReport.Algebra(
        "so(3)",
        true,
        3,
        residual,
        Optional.of(0.2),
        Optional.of(killing),
        Optional.of(new int[] {3}),
        Optional.of(0),
        List.of(),
        List.of(),
        List.of());
  }

  private static double[][] noVectors() {
    return new double[0][];
  }

  private static SymmetryReport.Generator generator(int coefficients) {
    return new SymmetryReport.Generator(new double[coefficients], Optional.empty(), 0, 0);
  }

  private static SymmetryReport.Nullspace nullspace(int dimension, int trivial) {
    return new SymmetryReport.Nullspace(
        dimension,
        trivial,
        0.01,
        Optional.empty(),
        0,
        "defect ≤ 0.01",
        SymmetryReport.Verdict.INVARIANT);
  }

  private static SymmetryReport.Provenance provenance(
      Map<String, String> options, Map<String, Double> seconds) {
    return new SymmetryReport.Provenance(
        "0", "17", "Linux", "2", 1, options, "2026-01-01T00:00:00Z", seconds, 0);
  }

  private static SymmetryReport report(int fields, List<SymmetryReport.Generator> generators) {
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new ModelInfo("m", "0", "dl4j", "1", 3, 1, "output", "identity", Precision.FLOAT),
        new SymmetryReport.Data("d", "0", 0, 0),
        new SymmetryReport.Action("scale(3)", fields),
        new SymmetryReport.DecompositionInfo("gram", Accuracy.GRAM, ""),
        new SymmetryReport.SpectrumInfo(NONE, NONE, NONE, noVectors()),
        nullspace(1, 0),
        generators,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        provenance(Map.of(), Map.of()));
  }
}
