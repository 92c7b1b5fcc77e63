package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

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
    Reference reference =
        new Reference("so(2)", 1, new double[] {0.25, 0.75, 0.5}, new double[] {1, 30});

    SymmetrySummary summary = SymmetrySummary.of(report(2, 1, Optional.of(reference)));

    assertThat(summary.largestAngle()).hasValue(30);
    assertThat(summary.largestBias()).hasValue(0.75);
  }

  @Test
  void withoutASymmetryThereIsNothingToCompare() {
    Reference reference = new Reference("so(2)", 1, new double[0], new double[0]);

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

  private static SymmetryReport report(int dimension, int trivial, Optional<Reference> reference) {
    ReportBuilder report =
        new ReportBuilder()
            .used(4)
            .action("scale(3)", 3)
            .spectrum(new double[] {3, 2, 1}, new double[] {0.5, 0.005, 0})
            .nullspace(Verdict.INVARIANT, dimension, trivial);
    reference.ifPresent(report::reference);
    return report.build();
  }
}
