package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Accuracy;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ExactModel;

/** How far down the zeros of a function with exact gradients come, of its own accord. */
class AccuracyTest {
  private static final int ZEROS = 9;

  @Test
  void exactGradientsShowTheirZerosAsZeros() {
    SymmetryReport report =
        ExactCases.extractor(threeBalls(), "gl(16)", "auto")
            .with(s -> s.withHeldOut(false))
            .build()
            .extract();

    assertThat(report.decomposition().name()).isEqualTo("qr");
    assertThat(below(report, 1e-12)).isEqualTo(ZEROS);
    assertThat(report.nullspace().dimension()).isEqualTo(ZEROS);
  }

  @Test
  void whatWasAskedForDecides() {
    SymmetryReport report =
        ExactCases.extractor(threeBalls(), "gl(16)", "auto")
            .with(s -> s.withAccuracy(Accuracy.GRAM).withHeldOut(false))
            .build()
            .extract();

    assertThat(report.decomposition().name()).isEqualTo("gram");
    assertThat(below(report, 1e-12)).isLessThan(ZEROS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "qr"})
  void saysWhichOfThemAreRounding(String decomposition) {
    SymmetryReport report =
        ExactCases.extractor(threeBalls(), "gl(16)", decomposition)
            .with(s -> s.withHeldOut(false))
            .build()
            .extract();

    assertThat(report.spectrum().roundingBelow())
        .hasValueSatisfying(
            level -> {
              assertThat(level.singularValues(report.spectrum().singularValues())).isEqualTo(ZEROS);
              assertThat(level.defects(report.spectrum().defect())).isEqualTo(ZEROS);
            });
  }

  private static long below(SymmetryReport report, double share) {
    double[] sigma = report.spectrum().singularValues();
    return Arrays.stream(sigma).filter(value -> value <= share * sigma[0]).count();
  }

  /**
   * On R¹⁶, {@code sin‖a‖ + ‖b‖³/2 + x₁₀/(1 + ‖c‖²) + sin(x₁₁x₁₂ + x₁₂) + x₁₃³ + tanh(x₁₄ + x₁₅²/2)
   * + x₁₀x₁₆} with a, b, c ∈ R³: nothing but their rotations leaves it alone.
   */
  static ExactModel threeBalls() {
    return ExactModel.ofGradient(
        16,
        (x, g) -> {
          double a = Math.sqrt(square(x, 0));
          double b = Math.sqrt(square(x, 3));
          double c = 1 / (1 + square(x, 6));
          for (int i = 0; i < 3; i++) {
            g[i] = Math.cos(a) * x[i] / a;
            g[3 + i] = 1.5 * b * x[3 + i];
            g[6 + i] = -2 * x[9] * c * c * x[6 + i];
          }
          g[9] = c + x[15];
          double wave = Math.cos(x[10] * x[11] + x[11]);
          g[10] = wave * x[11];
          g[11] = wave * (x[10] + 1);
          g[12] = 3 * x[12] * x[12];
          double step = Math.tanh(x[13] + x[14] * x[14] / 2);
          g[13] = 1 - step * step;
          g[14] = g[13] * x[14];
          g[15] = x[9];
        });
  }

  private static double square(double[] x, int from) {
    return x[from] * x[from] + x[from + 1] * x[from + 1] + x[from + 2] * x[from + 2];
  }
}
