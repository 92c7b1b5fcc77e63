package org.liegg.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void givesSpearmansCoefficientOfAKnownExample() {
    // Ranks differ by 9, 1, 1, 4 squared and so on: 1 − 6·194/(10·99).
    double[] iq = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};

    assertThat(RankCorrelation.of(iq, hours).orElseThrow())
        .isCloseTo(1 - 6 * 194.0 / 990, within(1e-12));
  }

  @Test
  void theIntervalIsFishersWithTheVarianceOfBonettAndWright() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {2, 1, 4, 3, 6, 5, 7};

    double rho = 1 - 6 * 6.0 / (7 * 48);
    assertThat(RankCorrelation.of(x, y).orElseThrow()).isCloseTo(rho, within(1e-12));
    double[] found = RankCorrelation.interval(rho, 7, 0);
    double z = Math.log((1 + rho) / (1 - rho)) / 2;
    double reach = 1.959963984540054 * Math.sqrt((1 + rho * rho / 2) / 4);
    assertThat(found[0]).isCloseTo(Math.tanh(z - reach), within(1e-9));
    assertThat(found[1]).isCloseTo(Math.tanh(z + reach), within(1e-9));
  }

  @Test
  void onlyTheOrderCounts() {
    double[] x = {1, 10, 100, 1000, 10_000};
    double[] y = {-1, -2, -3, -4, -5};

    assertThat(RankCorrelation.of(x, y).orElseThrow()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void saysNothingOfAColumnThatStandsStill() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {3, 3, 3, 3, 3};

    assertThat(RankCorrelation.of(x, y)).isEmpty();
  }

  @Test
  void saysNothingOfTooFewCells() {
    double[] x = {1, 2, 3, 4};

    assertThat(RankCorrelation.of(x, x)).isEmpty();
  }

  @Test
  void givesThePartialCoefficientOfAKnownExample() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {2, 1, 4, 3, 6, 5};
    double[] z = {1, 3, 2, 5, 4, 6};
    // Sums of squared differences: 6, 4 and 18 of n³ − n = 210.
    double xy = 1 - 6 * 6.0 / 210;
    double xz = 1 - 6 * 4.0 / 210;
    double yz = 1 - 6 * 18.0 / 210;

    assertThat(RankCorrelation.of(x, y, z).orElseThrow())
        .isCloseTo((xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz)), within(1e-12));
  }

  /** What is left of the ranks beside two columns, by least squares. */
  @Test
  void holdsTwoColumnsWhateverTheirOrder() {
    double[] x = {3, 1, 4, 2, 8, 5, 7, 6};
    double[] y = {2, 3, 1, 6, 4, 8, 5, 7};
    double[] z = {1, 4, 2, 8, 5, 7, 3, 6};
    double[] w = {5, 2, 8, 1, 3, 7, 6, 4};

    double rho = RankCorrelation.of(x, y, z, w).orElseThrow();

    assertThat(rho).isCloseTo(RankCorrelation.of(x, y, w, z).orElseThrow(), within(1e-12));
    OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
    double[][] held = new double[8][];
    Arrays.setAll(held, i -> new double[] {z[i], w[i]});
    fit.newSampleData(x, held);
    double[] ofX = fit.estimateResiduals();
    fit.newSampleData(y, held);
    assertThat(rho)
        .isCloseTo(
            new PearsonsCorrelation().correlation(ofX, fit.estimateResiduals()), within(1e-9));
  }

  /** Depth that only follows the error says nothing beside it. */
  @Test
  void holdsWhatOnlySeemsToGoTogether() {
    Random random = new Random(20261129);
    int n = 400;
    double[] error = random.doubles(n).toArray();
    double[] depth = new double[n];
    double[] defect = new double[n];
    for (int i = 0; i < n; i++) {
      depth[i] = error[i] + 0.2 * random.nextGaussian();
      defect[i] = error[i] + 0.2 * random.nextGaussian();
    }

    assertThat(RankCorrelation.of(depth, defect).orElseThrow()).isGreaterThan(0.5);
    double rho = RankCorrelation.of(depth, defect, error).orElseThrow();
    double[] interval = RankCorrelation.interval(rho, n, 1);
    assertThat(interval[0]).isNegative();
    assertThat(interval[1]).isPositive();
  }

  @Test
  void saysNothingWhereNothingIsLeft() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {2, 1, 4, 3, 6, 5, 7};

    assertThat(RankCorrelation.of(x, y, x)).isEmpty();
    assertThat(RankCorrelation.of(y, x, x)).isEmpty();
    assertThat(RankCorrelation.of(x, y, new double[3])).isEmpty();
  }

  @Test
  void aColumnThatIsHeldCostsOneCell() {
    assertThat(RankCorrelation.interval(0.4, 20, 1))
        .isEqualTo(RankCorrelation.interval(0.4, 19, 0));
  }
}
