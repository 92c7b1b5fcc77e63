package org.liegg.core.finite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinitePlanTest {

  @Test
  void triesElevenGeneratorsAndTheOneOfLargestDefect() {
    FinitePlan plan = FinitePlan.of(40, 1000, 100);

    assertThat(plan.generators()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 39);
    assertThat(plan.samples()).isEqualTo(1000);
  }

  @Test
  void whereFlowsAreDearFewerSamplesAreDrawn() {
    FinitePlan plan = FinitePlan.of(3, 1000, 20_000_000);

    assertThat(plan.generators()).hasSize(3);
    assertThat(plan.samples()).isBetween(16, 200);
  }

  @Test
  void whereTheyAreDearerStillTheGeneratorOfLargestDefectIsTriedAlone() {
    FinitePlan plan = FinitePlan.of(30, 1000, 4_000_000_000L);

    assertThat(plan.generators()).containsExactly(29);
    assertThat(plan.samples()).isEqualTo(16);
  }

  @Test
  void withoutGeneratorsThereIsNothingToTry() {
    assertThat(FinitePlan.of(0, 1000, 100).generators()).isEmpty();
  }
}
