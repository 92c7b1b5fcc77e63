package org.liegg.core.settings;

import org.liegg.metrics.NullspaceDecision;

/**
 * What counts as a symmetry.
 *
 * @param tolerance the largest defect that does, ≥ 0
 * @param heldOut whether directions are measured on samples that did not select them, which bounds
 *     of defects and dimension need; without, an answer is about the samples alone
 * @param gradients the full ones, or their part along the data
 */
public record Decision(double tolerance, boolean heldOut, Gradients gradients) {
  /** Default tolerance. */
  public static final double DEFAULT_TOLERANCE = NullspaceDecision.DEFAULT_TOLERANCE;

  /**
   * Checks the tolerance.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public Decision {
    Checks.require(tolerance >= 0, "tolerance is %s: a defect is 0 or more".formatted(tolerance));
  }

  /** Full gradients on held-out samples, at the default tolerance. */
  public static Decision defaults() {
    return new Decision(DEFAULT_TOLERANCE, true, Gradients.FULL);
  }
}
