package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;

class JackknifeTest {

  @Test
  void theErrorOfAMeanOfEqualBlocksIsTheirSpread() {
    double[] means = {1, 3, 2, 6};
    double[] without = {11 / 3.0, 3, 10 / 3.0, 2};

    double error = new Jackknife(new long[] {5, 5, 5, 5}).standardError(3, without);

    double square = 0;
    for (double mean : means) {
      square += (mean - 3) * (mean - 3);
    }
    assertThat(error).isCloseTo(Math.sqrt(square / 3 / 4), within(1e-12));
  }

  @Test
  void unequalBlocksDoNotBiasTheError() {
    Random random = new Random(1);
    long[] sizes = {40, 3, 5, 8, 4, 20, 10, 10};
    double variance = 0;
    int repetitions = 4_000;
    for (int r = 0; r < repetitions; r++) {
      double[] sums = new double[sizes.length];
      double total = 0;
      for (int j = 0; j < sizes.length; j++) {
        sums[j] = Math.sqrt((double) sizes[j]) * random.nextGaussian();
        total += sums[j];
      }
      double[] without = new double[sizes.length];
      for (int j = 0; j < sizes.length; j++) {
        without[j] = (total - sums[j]) / (100 - sizes[j]);
      }
      double error = new Jackknife(sizes).standardError(total / 100, without);
      variance += error * error / repetitions;
    }

    assertThat(variance).as("of the mean of 100 unit variances").isCloseTo(0.01, within(0.0005));
  }

  @Test
  void aZeroIsBoundedByRoundingAlone() {
    Bounded zero = new Jackknife(new long[] {1, 1}).positive(0, new double[2], 1e-20);

    assertThat(zero.interval()).containsExactly(0, 1e-20);
  }

  @Test
  void aDistanceThatIsAllNoiseMayBeZero() {
    // The squares of (x̄, ȳ, z̄) of 8 blocks, mean 0: all of the distance is noise.
    Random random = new Random(2);
    int covered = 0;
    for (int r = 0; r < 400; r++) {
      double[][] points = new double[8][3];
      for (double[] point : points) {
        for (int i = 0; i < 3; i++) {
          point[i] = random.nextGaussian();
        }
      }
      double[] without = new double[8];
      for (int j = 0; j < 8; j++) {
        without[j] = length(points, j);
      }
      double whole = length(points, -1);
      Bounded bounds =
          new Jackknife(new long[] {1, 1, 1, 1, 1, 1, 1, 1}).distance(whole, whole, without, 1);
      covered += bounds.low() == 0 ? 1 : 0;
    }

    assertThat(covered).as("intervals of 400 that hold 0").isGreaterThan(360);
  }

  private static double length(double[][] points, int left) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      int count = 0;
      for (int j = 0; j < points.length; j++) {
        if (j != left) {
          sum += points[j][i];
          count++;
        }
      }
      square += sum / count * sum / count;
    }
    return Math.sqrt(square);
  }

  @Test
  void intervalsOfRelativesReachFartherByTheirFactor() {
    long[] sizes = {5, 5, 5, 5};
    double[] without = {2.9, 3.2, 3.1, 2.8};

    Bounded plain = new Jackknife(sizes).positive(3, without, 0);
    Bounded wide = new Jackknife(sizes, 1.2).positive(3, without, 0);

    assertThat(Math.log(wide.high() / 3) / Math.log(plain.high() / 3)).isCloseTo(1.2, within(1e-9));
    assertThat(Math.log(3 / wide.low()) / Math.log(3 / plain.low())).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void boundsAreNumbersWhereOneBlockHoldsAll() {
    long[] sizes = new long[32];
    Arrays.fill(sizes, 100);
    double[] without = new double[32];
    Arrays.fill(without, 1.03);
    without[0] = 0;

    Bounded bounds = new Jackknife(sizes).positive(1, without, 0);

    assertThat(bounds.high()).isFinite().isGreaterThan(1e6);
    assertThat(bounds.low()).isPositive().isLessThan(1e-6);
  }
}
