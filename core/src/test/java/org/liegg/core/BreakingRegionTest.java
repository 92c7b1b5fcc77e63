package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.core.settings.Locating;

/** The region where functions break a mirror, and how far outside of the samples they keep it. */
class BreakingRegionTest {
  private static final Locating REGION = new Locating(List.of(), true, false, false);
  private static final Locating BEYOND = new Locating(List.of(), false, true, false);

  private static BreakingRegion region(UnaryOperator<double[]> function, long seed, int samples) {
    return WhereCases.of(3, function, ExactCases.normal(samples, 3, seed), REGION)
        .region()
        .orElseThrow();
  }

  @Test
  void theThresholdIsFound() {
    BreakingRegion found = region(WhereCases::breaksAboveOne, 1, 4000);

    assertThat(found.leaves()).hasSize(2);
    BreakingRegion.Condition condition = found.leaves().get(1).conditions().get(0);
    assertThat(condition.input()).isEqualTo("x1");
    assertThat(condition.above()).isTrue();
    assertThat(condition.threshold()).isCloseTo(1, within(0.02));
    SamplePart breaks = found.breaks().orElseThrow();
    SamplePart elsewhere = found.elsewhere().orElseThrow();
    assertThat(breaks.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(breaks.share()).isCloseTo(0.16, within(0.02));
    assertThat(elsewhere.verdict()).isEqualTo(Verdict.INVARIANT);
  }

  @Test
  void aRegionOfTwoInputsIsFound() {
    BreakingRegion found =
        region(
            x -> new double[] {x[1] * x[1] + (x[0] > 0.4 && x[2] <= 0.2 ? 2 * x[1] : 0)}, 2, 4000);

    SamplePart breaks = found.breaks().orElseThrow();
    assertThat(found.leaves())
        .filteredOn(leaf -> leaf.part().verdict() == Verdict.BROKEN)
        .singleElement()
        .satisfies(leaf -> assertThat(leaf.conditions()).hasSize(2));
    assertThat(breaks.ofChange()).isGreaterThan(0.95);
    assertThat(found.elsewhere().orElseThrow().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  @Test
  void whatBreaksFarOutIsFoundByTheDistance() {
    BreakingRegion found =
        region(
            x -> {
              double square = x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
              return new double[] {x[1] * x[1] + (square > 4.5 ? 2 * x[1] : 0)};
            },
            3,
            4000);

    assertThat(found.leaves())
        .flatExtracting(BreakingRegion.Leaf::conditions)
        .extracting(BreakingRegion.Condition::input)
        .contains("distance from the mean");
  }

  @Test
  void whatBreaksEverywhereHasNoRegion() {
    BreakingRegion found = region(x -> new double[] {x[1] * x[1] + 2 * Math.signum(x[1])}, 4, 4000);

    assertThat(found.leaves()).hasSize(1);
    assertThat(found.elsewhere()).isEmpty();
  }

  private static BeyondData beyond(UnaryOperator<double[]> function) {
    return WhereCases.of(2, function, ExactCases.normal(4000, 2), BEYOND).beyond().orElseThrow();
  }

  @Test
  void whatIsExactInsideAloneHoldsToThere() {
    // No normal sample of 4 000 is beyond 4; twice as far out some are.
    BeyondData found =
        beyond(x -> new double[] {x[1] * x[1] + Math.max(0, Math.abs(x[1]) - 4.2) * 9 * x[1]});

    assertThat(found.holdsTo()).isPresent();
    assertThat(found.holdsTo().orElseThrow()).isBetween(1.0, 1.5);
    assertThat(found.steps().get(5).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void whatIsExactHoldsEverywhere() {
    BeyondData found = beyond(x -> new double[] {x[1] * x[1] + Math.tanh(x[0])});

    assertThat(found.holdsTo()).contains(4.0);
    assertThat(found.steps()).hasSize(6).allMatch(step -> step.verdict() == Verdict.INVARIANT);
  }

  @Test
  void whatBreaksInsideHoldsToNowhere() {
    assertThat(beyond(x -> new double[] {x[1]}).holdsTo()).isEmpty();
  }
}
