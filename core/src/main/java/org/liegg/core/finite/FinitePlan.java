package org.liegg.core.finite;

import java.util.ArrayList;
import java.util.List;

/**
 * Which generators are tried, on how many samples: what moving them costs is bounded.
 *
 * @param generators places in the report, ascending
 * @param samples how many
 */
record FinitePlan(List<Integer> generators, int samples) {
  private static final int MAX_GENERATORS = 12;

  /** Fewer samples say little; then rather fewer generators. */
  private static final int MIN_SAMPLES = 16;

  /** Multiplications, some seconds of them. */
  private static final long BUDGET = 8_000_000_000L;

  /**
   * Plans.
   *
   * @param reported generators in the report, smallest defect first
   * @param wanted samples
   * @param cost multiplications that one sample takes for one generator
   */
  static FinitePlan of(int reported, int wanted, long cost) {
    long each = Math.max(1, cost);
    int fewest = Math.min(wanted, MIN_SAMPLES);
    long affordable = Math.max(1, BUDGET / (each * Math.max(1, fewest)));
    int count = (int) Math.min(Math.min(reported, MAX_GENERATORS), affordable);
    List<Integer> generators = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      generators.add(i);
    }
    if (count > 0) {
      // The one of largest defect is what breaks the algebra, if anything does.
      generators.add(reported - 1);
    }
    long samples = Math.max(fewest, BUDGET / (each * Math.max(1, count)));
    return new FinitePlan(List.copyOf(generators), (int) Math.min(wanted, samples));
  }
}
