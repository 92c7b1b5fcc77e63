package org.liegg.api;

/**
 * An estimate with its confidence interval.
 *
 * @param value the estimate
 * @param low lower bound, ≤ value
 * @param high upper bound, ≥ value
 */
public record Bounded(double value, double low, double high) {

  /**
   * @throws IllegalArgumentException if the value is not between its bounds
   */
  public Bounded {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException("%s in [%s, %s]".formatted(value, low, high));
    }
  }

  /** {@code [low, high]}. */
  public double[] interval() {
    return new double[] {low, high};
  }
}
