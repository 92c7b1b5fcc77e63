package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ExactModel;

/** What looks like a symmetry and is none, or is none and stays so. */
class TrapsTest {

  @Test
  void warnsWhereBracketsLeaveTheSpan() {
    // What keeps x₁ + x₂² up to degree 2 is h·(−2x₂, 1) with h = 1, x₁, x₂; the brackets with h =
    // x₁
    // have degree 3 and are no candidates.
    ExactModel parabola =
        ExactModel.ofGradient(
            2,
            (x, g) -> {
              g[0] = 1;
              g[1] = 2 * x[1];
            });

    SymmetryReport report =
        ExactCases.extractor(parabola, "poly(2,2)", "ejml-svd").build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.algebra())
        .hasValueSatisfying(
            algebra -> {
              assertThat(algebra.identified()).isFalse();
              assertThat(algebra.leavesItsSpan()).isTrue();
              assertThat(algebra.killingSignature()).isEmpty();
            });
    assertThat(report.warnings()).extracting(w -> w.code()).contains("not-closed");
  }

  @Test
  void countsDeadInputsApart() {
    ExactModel deadInputs =
        ExactModel.ofGradient(
            5,
            (x, g) -> {
              for (int i = 0; i < 5; i++) {
                g[i] = i < 3 ? 2 * x[i] : 0;
              }
            });

    SymmetryReport report = ExactCases.extractor(deadInputs, "gl(5)", "gram").build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(13);
    assertThat(report.nullspace().trivial()).isEqualTo(10);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("insensitive-inputs");
    assertThat(report.algebra())
        .hasValueSatisfying(
            algebra -> {
              assertThat(algebra.name()).isEqualTo("so(3)");
              assertThat(algebra.dimension()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void callsAConstantTrivialAndNothingElse(String decomposition) {
    ExactModel constant = ExactModel.ofGradient(3, (x, g) -> Arrays.fill(g, 0));

    SymmetryReport report =
        ExactCases.extractor(constant, "gl(3)", decomposition).build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(9);
    assertThat(report.nullspace().trivial()).isEqualTo(9);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("zero-gradient");
    assertThat(report.spectrum().defect()).containsOnly(0.0);
    assertThat(report.algebra()).isEmpty();
  }

  @Test
  void findsNoSymmetryInTheQuartic() {
    ExactModel quartic =
        ExactModel.ofGradient(
            4,
            (x, g) -> {
              for (int i = 0; i < 4; i++) {
                g[i] = 4 * x[i] * x[i] * x[i];
              }
            });

    SymmetryReport report = ExactCases.extractor(quartic, "gl(4)", "gram").build().extract();

    assertThat(report.nullspace().dimension()).isZero();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.generators()).isEmpty();
    assertThat(report.spectrum().defect()[15]).isCloseTo(0.29, within(0.05));
  }

  @Test
  void neverCallsTooFewSamplesASymmetry() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd")
            .with(s -> s.withLimit(12))
            .build()
            .extract();

    assertThat(report.data().used()).isEqualTo(12);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("undersampled");
    assertThat(report.algebra()).isEmpty();
  }

  @Test
  void saysThatMoreMayBeHeldThanTheSmallestThatWereAskedFor() {
    ExactModel squareOfTheNorm =
        ExactModel.ofGradient(
            36,
            (x, g) -> {
              for (int i = 0; i < x.length; i++) {
                g[i] = 2 * x[i];
              }
            });

    SymmetryReport report =
        ExactCases.extractor(squareOfTheNorm, "gl(36)", "lobpcg")
            .with(s -> s.withSmallest(5))
            .build()
            .extract();

    assertThat(report.decomposition().detail()).startsWith("LOBPCG");
    assertThat(report.spectrum().singularValues()).hasSize(5);
    assertThat(report.nullspace().dimension()).isEqualTo(5);
    assertThat(report.generators()).hasSize(5);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("open-ended");
    assertThat(report.algebra()).isEmpty();
  }
}
