package org.liegg.metrics.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Bounded;

class PartDefectTest {
  private static final int BLOCKS = 64;
  private static final int TRIALS = 2000;
  private static final TailRule RULE = TailRule.independent(0.025, 0.025);

  /** A part of this share, in which so many samples change; squares of normal numbers. */
  private static PartDefect part(Random random, int samples, double share, double changing) {
    PartDefect defect = new PartDefect(BLOCKS);
    for (int n = 0; n < samples; n++) {
      double change = random.nextDouble() < changing ? Math.pow(random.nextGaussian(), 2) : 0;
      double base = Math.pow(random.nextGaussian(), 2);
      defect.add(random.nextInt(BLOCKS), change, base, random.nextDouble() < share);
    }
    return defect;
  }

  @ParameterizedTest
  @CsvSource({"1000, 0.1, 0.5", "4000, 0.05, 0.3", "4000, 0.5, 0.02", "2000, 1, 0.05"})
  void boundsCoverTheTruth(int samples, double share, double changing) {
    Random random = new Random(17);
    int above = 0;
    int below = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Bounded bounds = part(random, samples, share, changing).bounds(RULE).orElseThrow();
      above += bounds.low() > changing ? 1 : 0;
      below += bounds.high() < changing ? 1 : 0;
    }
    // 2.5 % each is meant; of 2 000 trials a share scatters by 0.35 %.
    assertThat((double) below / TRIALS).as("upper bounds too low").isLessThan(0.035);
    assertThat((double) above / TRIALS).as("lower bounds too high").isLessThan(0.035);
  }

  @Test
  void thePartOfEverythingIsTheWhole() {
    FiniteDefect whole = new FiniteDefect(BLOCKS, new double[] {1}, false);
    PartDefect part = new PartDefect(BLOCKS);
    Random random = new Random(3);
    for (int n = 0; n < 2000; n++) {
      double change = random.nextDouble();
      double base = 2 * random.nextDouble();
      int block = random.nextInt(BLOCKS);
      whole.add(block, new double[] {change}, new double[] {base});
      part.add(block, change, base, true);
    }
    Bounded expected = whole.bounds(0, RULE).orElseThrow();
    Bounded found = part.bounds(RULE).orElseThrow();
    assertThat(found.value()).isCloseTo(expected.value(), within(1e-12));
    // Here the size of blocks is known, and there it is a part of the spread.
    assertThat(found.low()).isCloseTo(expected.low(), within(0.01));
    assertThat(found.high()).isCloseTo(expected.high(), within(0.01));
  }

  @Test
  void whereNothingChangesTheSamplesOfThePartCount() {
    PartDefect none = part(new Random(1), 4000, 0.25, 0);
    Bounded bounds = none.bounds(RULE).orElseThrow();
    assertThat(bounds.value()).isZero();
    assertThat(bounds.low()).isZero();
    assertThat(bounds.high()).isCloseTo(-Math.log(0.025) / 1000, within(3e-4));
  }

  @Test
  void partsOfFewSamplesHaveNoBounds() {
    assertThat(PartDefect.fewest()).isEqualTo(32);
    assertThat(part(new Random(1), 4000, 0.003, 1).bounds(RULE)).isEmpty();
    assertThat(part(new Random(1), 4000, 0, 1).bounds(RULE)).isEmpty();
  }

  @Test
  void aBaselineOfZeroHasNoBounds() {
    PartDefect still = new PartDefect(BLOCKS);
    for (int n = 0; n < 1000; n++) {
      still.add(n % BLOCKS, 1, 0, true);
    }
    assertThat(still.bounds(RULE)).isEmpty();
  }
}
