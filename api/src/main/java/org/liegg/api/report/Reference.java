package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How the learned algebra compares with a known one, or the model with a known group.
 *
 * @param name the reference algebra, or the group that was tried by its elements
 * @param dimension its dimension; 0 of a group
 * @param symmetryBias distance of every generator (unit norm) to the span of the reference
 * @param principalAngles between the learned nullspace and the reference, degrees, ascending
 * @param angleInterval {@code [low, high]} of the largest of them, where it was measured
 * @param defect how far the model is from the reference, where it was measured
 */
public record Reference(
    String name,
    int dimension,
    double[] symmetryBias,
    double[] principalAngles,
    Optional<double[]> angleInterval,
    Optional<ReferenceDefects> defect) {

  /** A comparison of the directions alone. */
  public Reference(String name, int dimension, double[] symmetryBias, double[] principalAngles) {
    this(name, dimension, symmetryBias, principalAngles, Optional.empty(), Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if the interval is not of two numbers in order
   */
  public Reference {
    angleInterval.ifPresent(bounds -> Shapes.requireInterval("angleInterval", bounds));
  }
}
