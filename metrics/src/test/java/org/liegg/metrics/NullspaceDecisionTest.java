package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.DefectSpectrum;

class NullspaceDecisionTest {
  private static final DefectSpectrum DEFECTS =
      new DefectSpectrum(
          4,
          new double[] {2, 0.02, 0.004},
          new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0},
          new double[] {0, 0, 0, 1},
          1e-12);

  @Test
  void countsDefectsAtOrBelowTheToleranceAndTheTrivialOnes() {
    assertThat(NullspaceDecision.at(0.01, DEFECTS).dimension()).isEqualTo(2);
    assertThat(NullspaceDecision.at(0.02, DEFECTS).dimension()).isEqualTo(3);
    assertThat(NullspaceDecision.at(0, DEFECTS).dimension()).isEqualTo(1);
  }

  @Test
  void theGapIsBetweenTheTwoSidesOfTheTolerance() {
    assertThat(NullspaceDecision.at(0.01, DEFECTS).gap())
        .hasValueSatisfying(gap -> assertThat(gap).isCloseTo(5, within(1e-12)));
    assertThat(NullspaceDecision.at(0, DEFECTS).gap()).isEmpty();
    assertThat(NullspaceDecision.at(10, DEFECTS).gap()).isEmpty();
  }

  @Test
  void aFalseFifthNextToFourTrueOnesStandsApart() {
    NullspaceDecision decision =
        NullspaceDecision.at(0.01, descending(1.3, 0.04, 0.008, 9e-6, 7e-6, 5e-6, 4e-6));

    assertThat(decision.isolation())
        .hasValueSatisfying(
            found -> {
              assertThat(found.inner().orElseThrow()).isCloseTo(0.008 / 9e-6, within(1e-9));
              assertThat(found.outer().orElseThrow()).isCloseTo(5, within(1e-12));
              assertThat(found.below()).isEqualTo(4);
              assertThat(found.torn()).isTrue();
            });
    assertThat(decision.saferTolerance())
        .hasValueSatisfying(safer -> assertThat(safer).isBetween(9e-6, 0.008));
  }

  @Test
  void aGroupMayStandApartAsWellAsOne() {
    assertThat(NullspaceDecision.at(0.01, descending(0.02, 0.009, 0.006, 2e-5, 1e-5)).isolation())
        .hasValueSatisfying(
            found -> {
              assertThat(found.below()).isEqualTo(2);
              assertThat(found.torn()).isTrue();
            });
  }

  @Test
  void symmetriesOfSeveralSizesFarFromTheRestStandTogether() {
    assertThat(NullspaceDecision.at(0.01, descending(1.8, 1e-4, 1e-5)).isolation())
        .hasValueSatisfying(found -> assertThat(found.torn()).isFalse());
  }

  @Test
  void howExactASymmetryIsTearsNothingApart() {
    assertThat(NullspaceDecision.at(0.01, descending(0.5, 2e-6, 1e-14, 1e-30)).isolation())
        .hasValueSatisfying(
            found -> {
              assertThat(found.inner().orElseThrow()).isCloseTo(2, within(1e-9));
              assertThat(found.torn()).isFalse();
            });
  }

  @Test
  void oneSymmetryHasNoStepsWithin() {
    assertThat(NullspaceDecision.at(0.01, DEFECTS).isolation())
        .hasValueSatisfying(
            found -> {
              assertThat(found.inner()).isEmpty();
              assertThat(found.outer().orElseThrow()).isCloseTo(5, within(1e-12));
              assertThat(found.below()).isEqualTo(1);
            });
    assertThat(NullspaceDecision.at(0, DEFECTS).isolation()).isEmpty();
  }

  private static DefectSpectrum descending(double... defects) {
    int columns = defects.length;
    double[] directions = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      directions[i * columns + i] = 1;
    }
    return new DefectSpectrum(columns, defects, directions, new double[0], 1e-12);
  }

  @Test
  void theDirectionsAreTheHeldOnesThenTheTrivialOnes() {
    assertThat(NullspaceDecision.at(0.01, DEFECTS).directions().values())
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 1);
  }

  @Test
  void theDefectOfACombinationIsTheWeightedMean() {
    NullspaceDecision decision = NullspaceDecision.at(0.02, DEFECTS);

    assertThat(decision.defectOf(new double[] {1, 1, 7})).isCloseTo(0.012, within(1e-15));
    assertThat(decision.defectOf(new double[] {0, 0, 1})).isZero();
  }

  @Test
  void refusesAToleranceThatIsNone() {
    assertThatThrownBy(() -> NullspaceDecision.at(Double.NaN, DEFECTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NullspaceDecision.at(-1, DEFECTS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
