package org.liegg.groups.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;

class DerivativeFilterTest {

  @Test
  void centralDifferencesAreOneSidedAtTheEdge() {
    LineWeights d = DerivativeFilter.central().derivative(5);
    assertThat(line(d, 0, 5)).containsExactly(-1.5, 2, -0.5, 0, 0);
    assertThat(line(d, 1, 5)).containsExactly(-0.5, 0, 0.5, 0, 0);
    assertThat(line(d, 4, 5)).containsExactly(0, 0, 0.5, -2, 1.5);
    assertThat(d.count()).isEqualTo(2 * 5 + 2);
  }

  @Test
  void insideTheGaussianIsSampledAndNormalised() {
    double sigma = 1.5;
    int reach = 6;
    int n = 30;
    double sum = 0;
    double squares = 0;
    for (int k = -reach; k <= reach; k++) {
      sum += g(k, sigma);
      squares += k * k * g(k, sigma);
    }
    double[] derivative = line(DerivativeFilter.gaussian(sigma).derivative(n), 15, n);
    double[] smoothing = line(DerivativeFilter.gaussian(sigma).smoothing(n), 15, n);
    for (int at = 0; at < n; at++) {
      int k = at - 15;
      boolean within = Math.abs(k) <= reach;
      assertThat(derivative[at]).isCloseTo(within ? k * g(k, sigma) / squares : 0, within(1e-15));
      assertThat(smoothing[at]).isCloseTo(within ? g(k, sigma) / sum : 0, within(1e-15));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5,9", "1.5,20", "2.25,7", "20,20"})
  void theGaussianIsALeastSquaresFitOfWhatTheImageHas(double sigma, int n) {
    int reach = (int) Math.ceil(4 * sigma);
    for (int at = 0; at < n; at++) {
      int from = Math.max(0, at - reach);
      int to = Math.min(n - 1, at + reach);
      double[] slope = new double[n];
      double[] value = new double[n];
      for (int j = from; j <= to; j++) {
        slope[j] = fitOf(j, at, from, to, sigma, 2).get(1);
        value[j] = fitOf(j, at, from, to, sigma, 1).get(0);
      }
      assertThat(line(DerivativeFilter.gaussian(sigma).derivative(n), at, n))
          .as("derivative at %d", at)
          .containsExactly(slope, within(1e-11));
      assertThat(line(DerivativeFilter.gaussian(sigma).smoothing(n), at, n))
          .as("smoothing at %d", at)
          .containsExactly(value, within(1e-11));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5,3", "0.5,12", "1,28", "1.5,28", "3,28", "28,28"})
  void theGaussianIsExactOnLowPowersUpToTheEdge(double sigma, int n) {
    DerivativeFilter filter = DerivativeFilter.gaussian(sigma);
    for (int at = 0; at < n; at++) {
      double slope = apply(filter.derivative(n), at, x -> 3 + 2 * x - 0.5 * x * x);
      assertThat(slope).as("parabola at %d", at).isCloseTo(2 - at, within(1e-10));
      assertThat(apply(filter.smoothing(n), at, x -> 3 + 2 * x))
          .as("ramp at %d", at)
          .isCloseTo(3 + 2 * at, within(1e-11));
    }
  }

  @Test
  void theSpectralMatrixIsThatOfTheTextbook() {
    double even = Math.PI / 4;
    assertThat(line(DerivativeFilter.spectral().derivative(4), 0, 4))
        .containsExactly(new double[] {0, even, 0, -even}, within(1e-15));
    double odd = 2 * Math.PI / (3 * Math.sqrt(3));
    assertThat(line(DerivativeFilter.spectral().derivative(3), 1, 3))
        .containsExactly(new double[] {-odd, 0, odd}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 8, 9, 28, 113})
  void theSpectralDerivativeIsExactOnEveryWaveOfTheLine(int n) {
    LineWeights d = DerivativeFilter.spectral().derivative(n);
    for (int waves = 0; 2 * waves < n; waves++) {
      double k = 2 * Math.PI * waves / n;
      for (int at = 0; at < n; at++) {
        assertThat(apply(d, at, x -> Math.sin(k * (x + 0.5) + 0.3)))
            .as("%d waves on %d pixels, at %d", waves, n, at)
            .isCloseTo(k * Math.cos(k * (at + 0.5) + 0.3), within(1e-12));
      }
    }
    if (n % 2 == 0) {
      assertThat(apply(d, 1, x -> Math.cos(Math.PI * x))).isCloseTo(0, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 9, 40})
  void noPixelHasFewerWeightsThanPromised(int n) {
    for (DerivativeFilter filter :
        new DerivativeFilter[] {
          DerivativeFilter.central(), DerivativeFilter.gaussian(1.3), DerivativeFilter.spectral()
        }) {
      for (int at = 0; at < n; at++) {
        long weights = 0;
        for (double weight : filter.derivative(n).row(at)) {
          weights += weight == 0 ? 0 : 1;
        }
        assertThat(weights).as("%s at %d", filter, at).isGreaterThanOrEqualTo(filter.fewest(n));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.49, Double.NaN, Double.POSITIVE_INFINITY})
  void aGaussianNeedsAWidth(double sigma) {
    ActionException e =
        catchThrowableOfType(ActionException.class, () -> DerivativeFilter.gaussian(sigma));
    assertThat(e.code()).isEqualTo("LIEGG-ACTION-ARGUMENT");
    assertThat(e).hasMessageContaining("take a finite width of at least 0.5");
  }

  @Test
  void filtersAreEqualIfTheyDoTheSame() {
    assertThat(DerivativeFilter.gaussian(2))
        .isEqualTo(DerivativeFilter.gaussian(2.0))
        .hasSameHashCodeAs(DerivativeFilter.gaussian(2))
        .isNotEqualTo(DerivativeFilter.gaussian(2.5))
        .hasToString("gaussian,2");
    assertThat(DerivativeFilter.central())
        .isEqualTo(DerivativeFilter.central())
        .isNotEqualTo(DerivativeFilter.spectral());
  }

  private static double g(int k, double sigma) {
    return Math.exp(-k * k / (2 * sigma * sigma));
  }

  /** The coefficients at a pixel of the fit to a line that is 1 at pixel j alone, by QR. */
  private static SimpleMatrix fitOf(int j, int at, int from, int to, double sigma, int degree) {
    SimpleMatrix powers = new SimpleMatrix(to - from + 1, degree + 1);
    SimpleMatrix data = new SimpleMatrix(to - from + 1, 1);
    for (int i = from; i <= to; i++) {
      double root = Math.sqrt(g(i - at, sigma));
      for (int p = 0; p <= degree; p++) {
        powers.set(i - from, p, root * Math.pow(i - at, p));
      }
      data.set(i - from, 0, i == j ? root : 0);
    }
    return powers.solve(data);
  }

  private static double[] line(LineWeights weights, int at, int n) {
    double[] line = new double[n];
    double[] row = weights.row(at);
    System.arraycopy(row, 0, line, weights.first(at), row.length);
    return line;
  }

  private static double apply(LineWeights weights, int at, DoubleUnaryOperator picture) {
    double[] row = weights.row(at);
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += row[k] * picture.applyAsDouble(weights.first(at) + k);
    }
    return sum;
  }
}
