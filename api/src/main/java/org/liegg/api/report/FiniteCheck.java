package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How much F changes along a finite group element, against what the generator predicts to second
 * order: {@code E‖F(exp(tA)x) − F(x)‖²} and {@code t²·V}. For an equivariance the output is moved
 * back first: {@code E‖ρ(exp(−tA)) F(exp(tA)x) − F(x)‖²}.
 *
 * @param generator which one, by its place in the report
 * @param t length of the path, in units in which the generator has unit norm
 * @param measured on the samples of the check, in squared units of the output
 * @param predicted t²·V on the same samples
 * @param exact measured along the nearest element of the reference algebra instead, where there is
 *     one
 * @param rounding up to where a change that was measured may be rounding of the outputs alone, in
 *     the same units; empty where nothing is known of it
 */
public record FiniteCheck(
    int generator,
    double t,
    double measured,
    double predicted,
    Optional<Double> exact,
    Optional<Double> rounding) {

  /**
   * @throws IllegalArgumentException if the generator's place is negative
   */
  public FiniteCheck {
    Shapes.requireNonNegative("generator", generator);
  }

  /** Whether what was measured may be rounding alone. */
  public boolean isRounding() {
    return rounding.filter(level -> measured <= level).isPresent();
  }
}
