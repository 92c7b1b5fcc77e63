package org.liegg.api.report;

import org.liegg.api.Shapes;

/**
 * How far the model is from being invariant to all of a known algebra. The algebra was not chosen
 * by the samples, so that nothing is held out.
 *
 * @param worst the largest defect of any direction in it
 * @param worstInterval {@code [low, high]} of it
 * @param mean over its dimensions
 * @param contained how many of its dimensions are symmetries: the largest dimension of a subspace
 *     whose worst defect is at or below the tolerance
 * @param verdict whether all of it is a symmetry at the tolerance
 */
public record ReferenceDefects(
    double worst, double[] worstInterval, double mean, int contained, Verdict verdict) {

  /**
   * @throws IllegalArgumentException if the interval is not of two numbers in order
   */
  public ReferenceDefects {
    Shapes.requireInterval("worstInterval", worstInterval);
    Shapes.requireNonNegative("contained", contained);
  }
}
