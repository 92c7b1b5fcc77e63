package org.liegg.algebra;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.metrics.Subspaces;

/**
 * Whether a known algebra lies inside the learned one.
 *
 * @param name the known algebra
 * @param dimension its dimension
 * @param angles principal angles between it and the learned span, degrees, ascending, one for every
 *     dimension of the known algebra; 90 for those that the learned one has no room for
 */
public record Containment(String name, int dimension, double[] angles) {

  /**
   * Compares two spans in the coordinates of the candidate fields.
   *
   * @param name how the known algebra is called
   * @param known linearly independent, a row a generator
   * @param learned a row a learned direction, in as many columns
   * @throws IllegalArgumentException if the columns differ
   */
  public static Containment of(String name, Matrix known, Matrix learned) {
    if (known.columns() != learned.columns()) {
      throw new IllegalArgumentException(
          "Containment: generators of %d and %d coefficients"
              .formatted(known.columns(), learned.columns()));
    }
    double[] angles = new double[known.rows()];
    Arrays.fill(angles, 90);
    double[] found = Subspaces.principalAngles(known, learned);
    System.arraycopy(found, 0, angles, 0, Math.min(found.length, angles.length));
    return new Containment(name, known.rows(), angles);
  }

  /** How far the known algebra is from lying inside, degrees; 0 for an algebra of nothing. */
  public double largestAngle() {
    return angles.length == 0 ? 0 : angles[angles.length - 1];
  }

  /** How many dimensions of the known algebra lie inside, within an angle in degrees. */
  public int contained(double degrees) {
    return (int) Arrays.stream(angles).filter(angle -> angle <= degrees).count();
  }
}
