package org.liegg.core.jets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StencilTest {

  @Test
  void polynomialsThroughAllPointsGiveTheKnownDifferences() {
    // B. Fornberg, Math. Comp. 51, 1988, table 1.
    assertThat(Stencil.polynomial(2, 2, 4, 1).weights())
        .containsExactly(
            new double[] {-1 / 12.0, 4 / 3.0, -5 / 2.0, 4 / 3.0, -1 / 12.0}, within(1e-14));
    assertThat(Stencil.polynomial(1, 3, 6, 0.5).weights())
        .containsExactly(
            new double[] {-1 / 30.0, 3 / 10.0, -3 / 2.0, 0, 3 / 2.0, -3 / 10.0, 1 / 30.0},
            within(1e-14));
  }

  @Test
  void fittedPolynomialsGiveTheKnownSmoothing() {
    // A. Savitzky, M. J. E. Golay, Anal. Chem. 36, 1964, tables I and V.
    assertThat(Stencil.polynomial(0, 2, 2, 1).weights())
        .containsExactly(
            new double[] {-3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0}, within(1e-14));
    assertThat(Stencil.polynomial(1, 2, 2, 1).weights())
        .containsExactly(new double[] {-0.2, -0.1, 0, 0.1, 0.2}, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"1, 6", "4, 6", "8, 6", "8, 12", "3, 24"})
  void polynomialsAreExactUpToTheirDegree(int order, int half) {
    int degree = Math.min(2 * half, 12);
    Stencil stencil = Stencil.polynomial(order, half, degree, 0.1);
    double sum = 0;
    double size = 0;
    for (int i = 0; i < stencil.weights().length; i++) {
      double x = (stencil.first() + i) * 0.1;
      double value = stencil.weights()[i] * (Math.pow(x, order) + Math.pow(x, degree - 1));
      sum += value;
      size += Math.abs(value);
    }
    double factorial = 1;
    for (int i = 2; i <= order; i++) {
      factorial *= i;
    }

    assertThat(sum).isCloseTo(factorial, within(1e-12 * size + 1e-9 * factorial));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16})
  void wavesAreDifferentiatedExactly(int n) {
    double spacing = 3.0 / n;
    double rate = 2 * Math.PI * 5 / 3.0;
    for (int order = 1; order <= 8; order++) {
      Stencil stencil = Stencil.periodic(order, n, n / 2, spacing);
      double sum = 0;
      for (int d = 0; d < n; d++) {
        sum += stencil.weights()[d] * Math.sin(rate * (0.4 + d * spacing) + 1);
      }
      double known = Math.pow(rate, order) * Math.sin(rate * 0.4 + 1 + order * Math.PI / 2);

      assertThat(sum).isCloseTo(known, within(1e-10 * Math.pow(rate * 1.6, order)));
    }
  }
}
