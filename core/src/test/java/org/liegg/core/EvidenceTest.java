package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Verdict;

/** Dimensions with their intervals, on functions of known answer. */
class EvidenceTest {

  @Test
  void o5HasTenSymmetriesForSure() {
    SymmetryReport report =
        Extractions.extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd").build().extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(10, 10);
  }

  @Test
  void aSlightlyBrokenO5HasTenAtOnePercentAndThreeAtABillionth() {
    SymmetryReport loose =
        Extractions.extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd").build().extract();
    SymmetryReport strict =
        Extractions.extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd")
            .tolerance(1e-9)
            .build()
            .extract();

    assertThat(loose.nullspace().interval().orElseThrow()).containsExactly(10, 10);
    assertThat(strict.nullspace().interval().orElseThrow()).containsExactly(3, 3);
    assertThat(strict.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  @Test
  void theQuarticHasNoneForSure() {
    ExactModel quartic =
        new ExactModel(
            4,
            (x, g) -> {
              for (int i = 0; i < 4; i++) {
                g[i] = 4 * x[i] * x[i] * x[i];
              }
            });

    SymmetryReport report = Extractions.extractor(quartic, "gl(4)", "gram").build().extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(0, 0);
  }

  @Test
  void aSmallFunctionIsNoMoreSymmetricThanItsMultiple() {
    // A thousandth of the quartic has a millionth of its symmetry variance, and the same defect.
    ExactModel small =
        new ExactModel(
            4,
            (x, g) -> {
              for (int i = 0; i < 4; i++) {
                g[i] = 0.004 * x[i] * x[i] * x[i];
              }
            });

    SymmetryReport report = Extractions.extractor(small, "gl(4)", "ejml-svd").build().extract();
    double smallest = report.spectrum().singularValues()[15];

    assertThat(smallest * smallest / report.data().used()).isLessThan(1e-4);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aBottleneckIsCalledInsensitive() {
    ExactModel bottleneck =
        new ExactModel(
            3,
            (x, g) -> {
              double slope = Math.cos(x[0] + x[1] - x[2]);
              g[0] = slope;
              g[1] = slope;
              g[2] = -slope;
            });

    SymmetryReport report = Extractions.extractor(bottleneck, "gl(3)", "gram").build().extract();

    assertThat(report.warnings())
        .filteredOn(w -> w.code().equals("insensitive-inputs"))
        .singleElement()
        .satisfies(w -> assertThat(w.explains()).isEqualTo(Optional.of(6)));
  }
}
