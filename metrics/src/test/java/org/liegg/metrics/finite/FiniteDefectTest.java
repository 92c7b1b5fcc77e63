package org.liegg.metrics.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Bounded;

class FiniteDefectTest {
  private static final int BLOCKS = 32;
  private static final int TRIALS = 2000;
  private static final TailRule RULE = TailRule.independent(0.025, 0.025);

  /** Changes at a share of the samples, of a size of their own, as steps make them. */
  private static FiniteDefect steps(Random random, int samples, double changing, double aside) {
    FiniteDefect defect = new FiniteDefect(BLOCKS, new double[] {1}, false);
    for (int n = 0; n < samples; n++) {
      double change = random.nextDouble() < changing ? size(random) : 0;
      double base = random.nextDouble() < aside ? size(random) : 0;
      defect.add(random.nextInt(BLOCKS), new double[] {change}, new double[] {base});
    }
    return defect;
  }

  private static double size(Random random) {
    double step = 1 + random.nextInt(4);
    return step * step;
  }

  /** Chances of steps alike: the truth is the ratio of how often. */
  @ParameterizedTest
  @CsvSource({
    "300, 0.002, 0.5",
    "1000, 0.003, 0.5",
    "1000, 0.02, 0.9",
    "1000, 0.3, 0.4",
    "4000, 0.005, 0.5",
    "200, 0.5, 0.5"
  })
  void boundsCoverTheTruth(int samples, double changing, double aside) {
    Random random = new Random(17);
    int above = 0;
    int below = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Bounded bounds = steps(random, samples, changing, aside).bounds(0, RULE).orElseThrow();
      above += bounds.low() > changing / aside ? 1 : 0;
      below += bounds.high() < changing / aside ? 1 : 0;
    }
    // 2.5 % each is meant; of 2 000 trials a share scatters by 0.35 %.
    assertThat((double) below / TRIALS).as("upper bounds too low").isLessThan(0.035);
    assertThat((double) above / TRIALS).as("lower bounds too high").isLessThan(0.035);
  }

  @Test
  void lowerBoundsKeepSmallChancesToo() {
    Random random = new Random(23);
    TailRule strict = RULE.withBelow(0.025 / 45);
    int above = 0;
    for (int trial = 0; trial < 4 * TRIALS; trial++) {
      Bounded bounds = steps(random, 1000, 0.01, 0.5).bounds(0, strict).orElseThrow();
      above += bounds.low() > 0.02 ? 1 : 0;
    }
    // About 4.4 of 8 000 are meant.
    assertThat(above).isLessThan(15);
  }

  @Test
  void whereNothingChangedTheCountOfWhatCouldHaveBounds() {
    FiniteDefect defect = steps(new Random(1), 1000, 0, 1);
    Bounded bounds = defect.bounds(0, RULE).orElseThrow();
    assertThat(bounds.value()).isZero();
    assertThat(bounds.low()).isZero();
    // Of a thousand samples none: below 3.7 in a thousand but for 2.5 %.
    assertThat(bounds.high()).isCloseTo(-Math.log(0.025) / 1000, within(1e-9));
  }

  @Test
  void relativesCountAsWhatTheyAreWorth() {
    FiniteDefect defect = steps(new Random(1), 1000, 0, 1);
    Bounded alone = defect.bounds(0, RULE).orElseThrow();
    Bounded related = defect.bounds(0, new TailRule(0.025, 0.025, 1.2, 5)).orElseThrow();
    assertThat(related.high()).isCloseTo(5 * alone.high(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 12})
  void fewSamplesHaveNoBounds(int samples) {
    assertThat(steps(new Random(1), samples, 0.5, 0.5).bounds(0, RULE)).isEmpty();
  }

  @Test
  void aBaselineOfZeroHasNoBounds() {
    assertThat(steps(new Random(1), 1000, 0.5, 0).bounds(0, RULE)).isEmpty();
    assertThat(steps(new Random(1), 1000, 0, 0).value(0)).isZero();
  }

  @Test
  void partsMergeToTheWhole() {
    FiniteDefect first = new FiniteDefect(BLOCKS, new double[] {1, 2}, true);
    FiniteDefect second = new FiniteDefect(BLOCKS, new double[] {1, 2}, true);
    FiniteDefect whole = new FiniteDefect(BLOCKS, new double[] {1, 2}, true);
    Random random = new Random(5);
    for (int n = 0; n < 400; n++) {
      double[] change = {random.nextInt(3), random.nextInt(2)};
      double[] base = {random.nextInt(3), 1};
      int block = random.nextInt(BLOCKS);
      (n % 3 == 0 ? first : second).add(block, change, base);
      whole.add(block, change, base);
    }
    first.merge(second);
    assertThat(first.samples()).isEqualTo(400);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(first.bounds(channel, RULE)).isEqualTo(whole.bounds(channel, RULE));
    }
  }

  @Test
  void outputsAreWeighedTogetherAndKeptApart() {
    FiniteDefect defect = new FiniteDefect(BLOCKS, new double[] {1, 3}, true);
    defect.add(0, new double[] {1, 2}, new double[] {4, 1});
    assertThat(defect.channels()).isEqualTo(3);
    assertThat(defect.value(0)).isEqualTo((1 + 9 * 2.0) / (4 + 9));
    assertThat(defect.value(1)).isEqualTo(0.25);
    assertThat(defect.value(2)).isEqualTo(2);
  }

  @Test
  void refusesWhatDoesNotFit() {
    FiniteDefect defect = new FiniteDefect(BLOCKS, new double[] {1}, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defect.add(0, new double[2], new double[1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defect.merge(new FiniteDefect(2, new double[] {1}, false)));
    assertThatIllegalArgumentException().isThrownBy(() -> TailRule.independent(0, 0.1));
  }
}
