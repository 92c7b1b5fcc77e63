package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.core.FiniteChecksTest.codes;
import static org.liegg.core.FiniteChecksTest.described;
import static org.liegg.core.FiniteChecksTest.random;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.report.Stability;
import org.liegg.api.report.Stability.Trial;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ExactModel;

class StabilityTest {

  @Test
  void anExactSymmetryHoldsOnHalvesAndNoisySamples() {
    SymmetryReport report = stable(ExactModel.sphere(3), random(600, 3));

    Stability stability = report.stability().orElseThrow();
    assertThat(stability.holds()).isTrue();
    assertThat(stability.trials())
        .extracting(Trial::samples)
        .containsExactly(300L, 300L, 300L, 300L, 600L);
    assertThat(stability.trials())
        .allSatisfy(
            trial -> {
              assertThat(trial.dimension()).isEqualTo(3);
              assertThat(trial.trivial()).isZero();
              assertThat(trial.largestAngle()).isLessThan(1e-4);
              assertThat(trial.largestDefect()).isLessThan(1e-12);
            });
    assertThat(codes(report)).doesNotContain("unstable");
  }

  @Test
  void tenSamplesForNineUnknownsDoNotSurviveHalving() {
    ExactModel rough =
        ExactModel.of(
            3,
            1,
            x -> new double[] {Math.sin(x[0]) + x[1] * x[1] * x[2]},
            x -> new double[] {Math.cos(x[0]), 2 * x[1] * x[2], x[1] * x[1]});

    SymmetryReport report = stable(rough, random(10, 3));

    assertThat(report.stability().orElseThrow().holds()).isFalse();
    assertThat(report.warnings())
        .filteredOn(warning -> warning.code().equals("unstable"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("first half: dimension"));
  }

  @Test
  void aSymmetryOfOneHalfAloneIsFoundOut() {
    // Turns keep x² + y² where x < 10; the other half of the samples lies beyond.
    ExactModel pieces =
        ExactModel.of(
            2,
            1,
            x -> new double[] {x[0] < 10 ? (x[0] * x[0] + x[1] * x[1]) / 2 : 1e-3 * x[0] * x[1]},
            x -> x[0] < 10 ? x.clone() : new double[] {1e-3 * x[1], 1e-3 * x[0]});
    Batch samples = random(400, 2);
    for (int n = 200; n < 400; n++) {
      samples.values()[2 * n] += 20;
    }

    SymmetryReport report =
        described(pieces, "so(2)", samples).with(s -> s.withStability(true)).build().extract();

    Stability stability = report.stability().orElseThrow();
    assertThat(stability.holds()).isFalse();
    assertThat(stability.trials().get(0).largestDefect()).isCloseTo(0, within(1e-12));
    assertThat(stability.trials().get(0).dimension()).isEqualTo(1);
    assertThat(stability.trials().get(1).dimension()).isZero();
  }

  @Test
  void oneSampleHasNoHalves() {
    assertThat(stable(ExactModel.sphere(2), random(1, 2)).stability()).isEmpty();
  }

  @Test
  void isNotTriedUnlessAskedFor() {
    assertThat(
            described(ExactModel.sphere(2), "gl(2)", random(100, 2)).build().extract().stability())
        .isEmpty();
  }

  private static SymmetryReport stable(ExactModel model, Batch samples) {
    return described(model, "gl(%d)".formatted(model.inputs()), samples)
        .with(s -> s.withStability(true))
        .build()
        .extract();
  }
}
