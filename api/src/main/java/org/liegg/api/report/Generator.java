package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * One learned generator.
 *
 * @param coefficients of the candidate fields, unit Euclidean norm
 * @param matrix the same as a matrix, where the action has matrices
 * @param symmetryVariance E‖J v_h‖², on all samples
 * @param defect δ of this direction, on all samples
 * @param defectInterval {@code [low, high]} from samples that it was not chosen on
 * @param varianceInterval the same for the symmetry variance
 */
public record Generator(
    double[] coefficients,
    Optional<double[][]> matrix,
    double symmetryVariance,
    double defect,
    Optional<double[]> defectInterval,
    Optional<double[]> varianceInterval) {

  /** A generator without bounds. */
  public Generator(
      double[] coefficients, Optional<double[][]> matrix, double symmetryVariance, double defect) {
    this(coefficients, matrix, symmetryVariance, defect, Optional.empty(), Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if an interval is not of two numbers in order
   */
  public Generator {
    defectInterval.ifPresent(bounds -> Shapes.requireInterval("defectInterval", bounds));
    varianceInterval.ifPresent(bounds -> Shapes.requireInterval("varianceInterval", bounds));
  }
}
