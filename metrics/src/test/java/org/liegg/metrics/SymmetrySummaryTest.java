package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SymmetryReport;

class SymmetrySummaryTest {

  @Test
  void trivialDirectionsHaveNoDefect() {
    SymmetrySummary summary = SymmetrySummary.of(report(2, 1, Optional.empty()));

    assertThat(summary.dimension()).isEqualTo(2);
    assertThat(summary.trivial()).isOne();
    assertThat(summary.defects()).containsExactly(0.005, 0.5);
    assertThat(summary.smallestDefect()).hasValue(0.005);
    assertThat(summary.variance()).hasValue(0.25);
    assertThat(summary.largestAngle()).isEmpty();
    assertThat(summary.reference()).isEmpty();
  }

  @Test
  void theWorstOfTheComparisonIsKept() {
    SymmetryReport.Reference reference =
        new SymmetryReport.Reference(
            "so(2)", 1, new double[] {0.25, 0.75, 0.5}, new double[] {1, 30});

    SymmetrySummary summary = SymmetrySummary.of(report(2, 1, Optional.of(reference)));

    assertThat(summary.largestAngle()).hasValue(30);
    assertThat(summary.largestBias()).hasValue(0.75);
  }

  @Test
  void withoutASymmetryThereIsNothingToCompare() {
    SymmetryReport.Reference reference =
        new SymmetryReport.Reference("so(2)", 1, new double[0], new double[0]);

    SymmetrySummary summary = SymmetrySummary.of(report(1, 1, Optional.of(reference)));

    assertThat(summary.largestAngle()).isEmpty();
    assertThat(summary.largestBias()).isEmpty();
  }

  @Test
  void theDefectOfAReferenceCountsWhatIsNotFeltAsZero() {
    DefectSpectrum within =
        new DefectSpectrum(
            3,
            new double[] {0.5, 0.25},
            new double[] {1, 0, 0, 0, 1, 0},
            new double[] {0, 0, 1},
            1e-12);

    assertThat(ReferenceDefect.of(within)).isEqualTo(new ReferenceDefect(0.5, 0.25));
  }

  @Test
  void partOfASpectrumDoesNotKnowTheWorst() {
    DefectSpectrum part =
        new DefectSpectrum(3, new double[] {0.25}, new double[] {0, 1, 0}, new double[0], 1e-12);

    assertThatThrownBy(() -> ReferenceDefect.of(part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 defects and 0 trivial directions of 3 fields");
  }

  private static SymmetryReport report(
      int dimension, int trivial, Optional<SymmetryReport.Reference> reference) {
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new ModelInfo("net", "", "engine", "1", 3, 1, "output", "output", Precision.FLOAT),
        new SymmetryReport.Data("data", "", 10, 10),
        new SymmetryReport.Action("scale(3)", 3),
        new SymmetryReport.DecompositionInfo("gram", Accuracy.GRAM, ""),
        new SymmetryReport.SpectrumInfo(
            new double[] {3, 2, 1},
            new double[] {1, 0.5, 0.25},
            new double[] {0.5, 0.005, 0},
            new double[0][]),
        new SymmetryReport.Nullspace(
            dimension, trivial, 0.01, Optional.empty(), 1, "", SymmetryReport.Verdict.INVARIANT),
        List.of(),
        Optional.empty(),
        reference,
        List.of(),
        new SymmetryReport.Provenance("", "", "", "", 0, Map.of(), "", Map.of(), 0));
  }
}
