package org.liegg.metrics;

/**
 * How intervals are laid.
 *
 * @param floor the largest defect that rounding alone may make of 0, so that no upper bound is
 *     below it; ≥ 0
 * @param widening how many times farther they reach than the blocks' own spread says; ≥ 1
 */
public record IntervalRule(double floor, double widening) {
  /** Checks both. */
  public IntervalRule {
    if (!(floor >= 0) || !(widening >= 1)) {
      throw new IllegalArgumentException(
          "floor %s below 0, or widening %s below 1".formatted(floor, widening));
    }
  }

  /** Of blocks that are independent of each other. */
  public static IntervalRule independent(double floor) {
    return new IntervalRule(floor, 1);
  }
}
