package org.liegg.api.report;

import java.util.Arrays;

/**
 * Where a spectrum ends and rounding begins, that of the decomposition or that of the gradients,
 * whichever is larger. What is at or below may be 0.
 *
 * @param singularValue σ up to which a singular value is rounding
 * @param defect δ up to which a defect is rounding
 */
public record Rounding(double singularValue, double defect) {

  /**
   * @throws IllegalArgumentException if a level is negative or not finite
   */
  public Rounding {
    if (!(singularValue >= 0 && defect >= 0)
        || Double.isInfinite(singularValue)
        || Double.isInfinite(defect)) {
      throw new IllegalArgumentException("Rounding: %s, %s".formatted(singularValue, defect));
    }
  }

  /** How many of these singular values are rounding. */
  public int singularValues(double[] values) {
    return count(values, singularValue);
  }

  /** How many of these defects are rounding. */
  public int defects(double[] values) {
    return count(values, defect);
  }

  private static int count(double[] values, double level) {
    return (int) Arrays.stream(values).filter(value -> value <= level).count();
  }
}
