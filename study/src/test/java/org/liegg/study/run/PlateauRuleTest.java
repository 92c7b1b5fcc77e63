package org.liegg.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.study.spec.Plateau;

class PlateauRuleTest {

  private static PlateauRule rule(double improvement, int patience, double rateFraction) {
    return new PlateauRule(new Plateau(0.1, improvement, patience, rateFraction));
  }

  /** What is left of the rate after each of the errors. */
  private static List<Double> fractions(PlateauRule rule, double... errors) {
    List<Double> all = new ArrayList<>();
    for (double error : errors) {
      rule.after(error);
      all.add(rule.fraction());
    }
    return all;
  }

  @Test
  void halvesAfterAsManyEpochsWithoutABetterError() {
    assertThat(fractions(rule(0, 2, 0.01), 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2))
        .containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125);
  }

  /** 0.95 is no tenth less than 1, and 0.89 is; many small steps add up. */
  @Test
  void countsAnErrorAsBetterByTheStatedShareOnly() {
    assertThat(fractions(rule(0.1, 3, 0.01), 1, 0.95, 0.91, 0.89, 0.88, 0.85, 0.81))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5);
  }

  @Test
  void endsWithTheHalvingThatReachesTheFraction() {
    PlateauRule rule = rule(0, 1, 0.25);
    rule.after(1);
    rule.after(1);
    assertThat(rule.ended()).isFalse();
    rule.after(1);
    assertThat(rule.fraction()).isEqualTo(0.25);
    assertThat(rule.ended()).isTrue();
  }

  @Test
  void anErrorThatIsNoNumberIsNotBetter() {
    assertThat(fractions(rule(0, 1, 0.01), Double.NaN, 1, Double.NaN, 0.5))
        .containsExactly(0.5, 0.5, 0.25, 0.25);
  }
}
