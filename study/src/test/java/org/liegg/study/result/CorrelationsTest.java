package org.liegg.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationsTest {

  @Test
  void givesSpearmansCoefficientOfAKnownExample() {
    // Ranks differ by 9, 1, 1, 4 squared and so on: 1 − 6·194/(10·99).
    double[] iq = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};

    Correlation found = Correlations.correlation("all", "iq", "hours", iq, hours).orElseThrow();

    assertThat(found.rho()).isCloseTo(1 - 6 * 194.0 / 990, within(1e-12));
    assertThat(found.cells()).isEqualTo(10);
  }

  @Test
  void theIntervalIsFishersWithTheVarianceOfBonettAndWright() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {2, 1, 4, 3, 6, 5, 7};

    Correlation found = Correlations.correlation("all", "x", "y", x, y).orElseThrow();

    double rho = 1 - 6 * 6.0 / (7 * 48);
    assertThat(found.rho()).isCloseTo(rho, within(1e-12));
    double z = Math.log((1 + rho) / (1 - rho)) / 2;
    double reach = 1.959963984540054 * Math.sqrt((1 + rho * rho / 2) / 4);
    assertThat(found.interval()[0]).isCloseTo(Math.tanh(z - reach), within(1e-9));
    assertThat(found.interval()[1]).isCloseTo(Math.tanh(z + reach), within(1e-9));
  }

  @Test
  void onlyTheOrderCounts() {
    double[] x = {1, 10, 100, 1000, 10_000};
    double[] y = {-1, -2, -3, -4, -5};

    Correlation found = Correlations.correlation("all", "x", "y", x, y).orElseThrow();

    assertThat(found.rho()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void saysNothingOfAColumnThatStandsStill() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {3, 3, 3, 3, 3};

    assertThat(Correlations.correlation("all", "x", "y", x, y)).isEmpty();
  }

  @Test
  void saysNothingOfTooFewCells() {
    double[] x = {1, 2, 3, 4};

    assertThat(Correlations.correlation("all", "x", "y", x, x)).isEmpty();
  }
}
