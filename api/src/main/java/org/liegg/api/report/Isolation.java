package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How isolated the directions are that count as symmetries: the widest step between neighbouring
 * defects among them, against the step to the smallest defect that does not count. Trivial
 * directions are left out, and what is far below the tolerance counts as equal.
 *
 * @param inner how many times larger the defect above the widest step among the accepted is than
 *     the one below it; empty where fewer than two directions were accepted
 * @param outer how many times larger the smallest rejected defect is than the largest accepted one;
 *     empty where none was rejected, or none accepted
 * @param below how many of the accepted directions stand below the widest step; all of them where
 *     there is no step
 */
public record Isolation(Optional<Double> inner, Optional<Double> outer, int below) {
  /** Steps up to this ratio are the spread of what is alike. */
  public static final double ALIKE = 3;

  /**
   * @throws IllegalArgumentException if the count is negative, or a step is less than 1
   */
  public Isolation {
    Shapes.requireNonNegative("below", below);
    if (!(inner.orElse(1.0) >= 1) || !(outer.orElse(1.0) >= 1)) {
      throw new IllegalArgumentException("Isolation: steps of %s, %s".formatted(inner, outer));
    }
  }

  /**
   * Whether the accepted directions above the widest step stand nearer to the rejected ones than to
   * the other accepted ones.
   */
  public boolean torn() {
    return inner.isPresent()
        && outer.isPresent()
        && inner.get() > ALIKE
        && inner.get() > outer.get();
  }
}
