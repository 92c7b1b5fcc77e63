package org.liegg.api.report;

import org.liegg.api.Shapes;

/**
 * A sample whose output changes most along a finite group element.
 *
 * @param generator which one, by its place in the report
 * @param sample its place in the data, from 0
 * @param t length of the path
 * @param change ‖F(exp(tA)x) − F(x)‖², in squared units of the output
 * @param share of the sum over all samples of the check, in [0, 1]
 */
public record BreakingSample(int generator, long sample, double t, double change, double share) {

  /**
   * @throws IllegalArgumentException if a place is negative
   */
  public BreakingSample {
    Shapes.requireNonNegative("generator", generator);
    Shapes.requireNonNegative("sample", sample);
  }
}
