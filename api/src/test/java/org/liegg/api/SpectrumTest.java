package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpectrumTest {

  @Test
  void dividesTheSquareOfASingularValueByTheSamples() {
    assertThat(spectrum(8, 4, 2).symmetryVariances()).containsExactly(2, 0.5);
  }

  @Test
  void hasNoVarianceWithoutSamples() {
    assertThat(spectrum(0, 0, 0).symmetryVariances()).containsExactly(0, 0);
  }

  @Test
  void givesItsVectorsInTheOrderOfTheValues() {
    Spectrum spectrum = spectrum(8, 4, 2);
    assertThat(spectrum.count()).isEqualTo(2);
    assertThat(spectrum.vector(1)).containsExactly(0, 1);
  }

  @Test
  void rejectsValuesThatAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spectrum(8, 2, 4))
        .withMessage("Spectrum: singular value 1 is 4.0, after 2.0: they must descend and be ≥ 0");
  }

  @Test
  void rejectsNegativeValuesAndNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> spectrum(8, 2, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> spectrum(8, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> spectrum(8, 2, Double.NaN));
  }

  @Test
  void rejectsVectorsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Spectrum(
                    1, 1, 2, new double[2], new double[3], Optional.empty(), Accuracy.GRAM))
        .withMessage("Spectrum.rightSingularVectors: 3 values given, the shape says 4");
  }

  @Test
  void rejectsNegativeCounts() {
    double[] none = {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spectrum(-1, 0, 0, none, none, Optional.empty(), Accuracy.GRAM));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spectrum(0, -1, 0, none, none, Optional.empty(), Accuracy.GRAM));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spectrum(0, 0, -1, none, none, Optional.empty(), Accuracy.GRAM));
  }

  @Test
  void trustsTheGramMatrixLessThanTheRows() {
    assertThat(Accuracy.GRAM.floor()).isEqualTo(1e-8);
    assertThat(Accuracy.BACKWARD_STABLE.floor()).isEqualTo(1e-15);
  }

  private static Spectrum spectrum(long samples, double first, double second) {
    return new Spectrum(
        samples,
        samples,
        2,
        new double[] {first, second},
        new double[] {1, 0, 0, 1},
        Optional.empty(),
        Accuracy.BACKWARD_STABLE);
  }
}
