package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DefectSpectrumTest {
  private static final DefectSpectrum TWO_AND_A_TRIVIAL_ONE =
      new DefectSpectrum(
          3, new double[] {2, 0.5}, new double[] {1, 0, 0, 0, 1, 0}, new double[] {0, 0, 1}, 1e-10);

  @Test
  void listsTrivialDirectionsAsZeroAtTheEnd() {
    assertThat(TWO_AND_A_TRIVIAL_ONE.trivialCount()).isEqualTo(1);
    assertThat(TWO_AND_A_TRIVIAL_ONE.withTrivial()).containsExactly(2, 0.5, 0);
  }

  @Test
  void givesDirectionsInTheOrderOfTheDefects() {
    assertThat(TWO_AND_A_TRIVIAL_ONE.direction(1)).containsExactly(0, 1, 0);
    assertThat(TWO_AND_A_TRIVIAL_ONE.trivialDirection(0)).containsExactly(0, 0, 1);
  }

  @Test
  void isEmptyForNoFields() {
    double[] none = {};
    DefectSpectrum empty = new DefectSpectrum(0, none, none, none, 1e-10);
    assertThat(empty.trivialCount()).isZero();
    assertThat(empty.withTrivial()).isEmpty();
  }

  @Test
  void rejectsDefectsThatAscendOrAreNotNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(0.5, 2))
        .withMessage("DefectSpectrum: defect 1 is 2.0, after 0.5: they must descend");
    assertThatIllegalArgumentException().isThrownBy(() -> of(Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> of(2, Double.NaN));
  }

  @Test
  void rejectsDirectionsThatDoNotFit() {
    double[] none = {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DefectSpectrum(3, new double[1], new double[2], none, 0))
        .withMessage("DefectSpectrum.directions: 2 values given, the shape says 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DefectSpectrum(3, none, none, new double[4], 0))
        .withMessage("DefectSpectrum: a trivial direction is cut short");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DefectSpectrum(0, none, none, new double[1], 0))
        .withMessage("DefectSpectrum: a trivial direction is cut short");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DefectSpectrum(-1, none, none, none, 0))
        .withMessage("columns: -1 is negative");
  }

  private static DefectSpectrum of(double first, double second) {
    return new DefectSpectrum(1, new double[] {first, second}, new double[2], new double[0], 1e-10);
  }
}
