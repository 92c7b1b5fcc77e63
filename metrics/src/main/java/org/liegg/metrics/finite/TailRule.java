package org.liegg.metrics.finite;

/**
 * How far the bounds of a finite defect reach.
 *
 * @param below the chance that the lower bound is above the truth, in (0, 0.5]
 * @param above the chance that the upper bound is below the truth, in (0, 0.5]
 * @param widening how many times farther they reach than the blocks' own spread says; ≥ 1
 * @param samplesPerUnit how many samples an independent one stands for; ≥ 1
 */
public record TailRule(double below, double above, double widening, double samplesPerUnit) {

  /**
   * Checks all of it.
   *
   * @throws IllegalArgumentException if a number is outside its range
   */
  public TailRule {
    boolean chances = below > 0 && below <= 0.5 && above > 0 && above <= 0.5;
    if (!chances || !(widening >= 1) || !(samplesPerUnit >= 1)) {
      throw new IllegalArgumentException(
          "chances %s and %s, widening %s, %s samples a unit"
              .formatted(below, above, widening, samplesPerUnit));
    }
  }

  /** Of independent samples. */
  public static TailRule independent(double below, double above) {
    return new TailRule(below, above, 1, 1);
  }

  /** The same with another chance below. */
  public TailRule withBelow(double other) {
    return new TailRule(other, above, widening, samplesPerUnit);
  }

  /** The same with another chance above. */
  public TailRule withAbove(double other) {
    return new TailRule(below, other, widening, samplesPerUnit);
  }
}
