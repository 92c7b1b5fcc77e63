package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  private static final double[] VALUES = {
    0,
    -0.0,
    1,
    -1.1,
    Math.PI,
    1e300,
    -1e-300,
    Double.MIN_VALUE,
    -5.5e-320,
    Double.MAX_VALUE,
    Double.MIN_NORMAL,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 52, -60, 970, 1023, 1024, 2098, -1000, -1022, -1023, -1074, -2100})
  void powersOfTwoAreThoseOfTheMathematicalLibraryToTheBit(int exponent) {
    double[] scaled = VALUES.clone();
    Scale.by(scaled, scaled.length - 1, exponent);
    for (int i = 0; i < VALUES.length - 1; i++) {
      assertThat(scaled[i]).isEqualTo(Math.scalb(VALUES[i], exponent));
    }
    assertThat(scaled[VALUES.length - 1]).isNaN();
  }
}
