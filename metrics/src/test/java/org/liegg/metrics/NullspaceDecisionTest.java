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
