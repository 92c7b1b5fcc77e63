package org.liegg.groups.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;

class PeriodsTest {

  @Test
  void aRotationComesBackAfterItsPeriod() {
    assertThat(Periods.of(rotation(0.5)))
        .get(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(4 * Math.PI, within(1e-9));
  }

  @Test
  void whatIsRoundingNeverGoesRound() {
    // The input's part of a pair that acts on the output alone is 0 up to rounding.
    assertThat(Periods.of(rotation(1e-9))).isEmpty();
    assertThat(Periods.of(new Matrix(2, 2, new double[] {1e-6, 1e-6, -1e-6, 1e-6}))).isEmpty();
    assertThat(Periods.of(new Matrix(2, 2, new double[4]))).isEmpty();
  }

  @Test
  void aStretchNeverComesBack() {
    assertThat(Periods.of(new Matrix(2, 2, new double[] {1, 0, 0, -1}))).isEmpty();
  }

  private static Matrix rotation(double frequency) {
    return new Matrix(2, 2, new double[] {0, -frequency, frequency, 0});
  }
}
