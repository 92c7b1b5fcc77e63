package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;

/**
 * M = diag(1, 4, 0, 1), EᵀE/N = diag(1, 2, 0, 0.001): defects 1, 0.5, 0.001 and a trivial field.
 */
class RestrictedDefectsTest {
  private static final DefectSpectrum WHOLE =
      new DefectSpectrum(
          4,
          new double[] {1, 0.5, 0.001},
          new double[] {1, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 1},
          new double[] {0, 0, 1, 0},
          1e-12);

  @Test
  void aDirectionKeepsItsDefectWhateverItsLength() {
    assertThat(of(1, 0, 7, 0, 0).worst()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aMixtureHasItsShareOfBoth() {
    // h = (1, 1, 0, 0): hᵀEᵀEh/N = 3, hᵀMh = 5.
    assertThat(of(1, 1, 1, 0, 0).worst()).isCloseTo(0.6, within(1e-14));
  }

  @Test
  void whatIsNotFeltCountsAsZeroAndChangesNothing() {
    RestrictedDefects found = of(2, 1, 1, 5, 0, 0, 0, 1, 0);
    assertThat(found.defects()).containsExactly(new double[] {0.6, 0}, within(1e-12));
    assertThat(found.mean()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aSpaceThatIsNotFeltAtAllHasNoDefect() {
    assertThat(of(1, 1e-13, 0, 1, 0).defects()).containsExactly(0);
  }

  @Test
  void doesNotDependOnTheBasisOfTheSpace() {
    RestrictedDefects one = of(2, 1, 0, 0, 1, 0, 1, 0, 2);
    RestrictedDefects other = of(2, 1, 3, 0, 7, 2, -1, 0, 0);
    assertThat(one.defects()).containsExactly(other.defects(), within(1e-13));
  }

  @Test
  void countsTheDimensionsThatADecisionWouldHold() {
    RestrictedDefects found = of(3, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0);
    assertThat(found.contained(0.01)).isEqualTo(2);
    assertThat(found.contained(0.0001)).isEqualTo(1);
    assertThat(found.contained(1)).isEqualTo(3);
    assertThat(found.worst()).isCloseTo(1, within(1e-14));
  }

  @Test
  void nothingIsContainedInNothing() {
    RestrictedDefects found = of(0);
    assertThat(found.worst()).isZero();
    assertThat(found.mean()).isZero();
    assertThat(found.contained(1)).isZero();
  }

  @Test
  void refusesAPartOfASpectrum() {
    DefectSpectrum part =
        new DefectSpectrum(2, new double[] {0.5}, new double[] {1, 0}, new double[0], 1e-12);
    assertThat(RestrictedDefects.known(part)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestrictedDefects.of(new Matrix(1, 2, new double[] {1, 0}), part))
        .withMessage(
            "RestrictedDefects: 2 coefficients, 1 defects and 0 trivial directions of 2 fields");
  }

  private static RestrictedDefects of(int rows, double... values) {
    return RestrictedDefects.of(new Matrix(rows, 4, values), WHOLE);
  }
}
