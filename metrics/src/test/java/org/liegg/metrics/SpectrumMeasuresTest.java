package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.Spectrum;

class SpectrumMeasuresTest {

  @Test
  void theLargestGapIsTheLargestRatio() {
    assertThat(LargestGap.dimension(spectrum(100, 50, 2, 1.5))).isEqualTo(2);
  }

  @Test
  void noiseBelowTheFloorMakesNoGap() {
    assertThat(LargestGap.dimension(spectrum(1, 0.1, 1e-15, 1e-17, 0))).isEqualTo(3);
  }

  @Test
  void everythingIsBelowTheGapWhereNothingIsAboveZero() {
    assertThat(LargestGap.dimension(spectrum(0, 0, 0))).isEqualTo(3);
    assertThat(LargestGap.dimension(spectrum())).isZero();
  }

  @Test
  void theVarianceOfADirectionIsThatOfItsParts() {
    SymmetryVariance variance = new SymmetryVariance(spectrum(4, 2));

    assertThat(variance.of(new double[] {0.6, 0.8}))
        .isCloseTo((0.36 * 16 + 0.64 * 4) / 10, within(1e-12));
  }

  private static Spectrum spectrum(double... values) {
    int count = values.length;
    double[] vectors = new double[count * count];
    for (int i = 0; i < count; i++) {
      vectors[i * count + i] = 1;
    }
    return new Spectrum(10, 10, count, values, vectors, Optional.empty(), Accuracy.BACKWARD_STABLE);
  }
}
