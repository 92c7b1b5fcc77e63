package org.liegg.metrics;

import org.liegg.api.Bounded;
import org.liegg.api.Matrix;

/**
 * How sure the largest principal angle between learned symmetries and a known algebra is: the
 * nullspace is found anew from the held-out samples without each block in turn.
 */
public final class AngleBounds {

  private AngleBounds() {}

  /**
   * The interval of an angle.
   *
   * @param angle from all samples, degrees
   * @param samples how many those were
   * @param measure of all directions of the candidate space that are sensitive
   * @param directions those directions, a row each
   * @param held how many of them are symmetries
   * @param trivial directions that are insensitive, a row each: symmetries too
   * @param reference the known algebra, a row a generator
   */
  public static Bounded of(
      double angle,
      long samples,
      HeldOutMeasure measure,
      Matrix directions,
      int held,
      Matrix trivial,
      Matrix reference) {
    Bounded bounds =
        measure.distance(
            angle,
            sum ->
                largest(
                    nullspace(sum.select(0, directions.rows()), directions, held, trivial),
                    reference),
            Math.sqrt((double) measure.samples() / samples));
    return new Bounded(bounds.value(), bounds.low(), Math.min(90, bounds.high()));
  }

  private static double largest(Matrix learned, Matrix reference) {
    double[] angles = Subspaces.principalAngles(learned, reference);
    return angles.length == 0 ? 0 : angles[angles.length - 1];
  }

  private static Matrix nullspace(BlockSum sum, Matrix directions, int held, Matrix trivial) {
    SpanProblem problem = SpanProblem.of(sum);
    int m = directions.columns();
    int found = Math.min(held, problem.vectors().length);
    double[] rows = new double[(found + trivial.rows()) * m];
    for (int k = 0; k < found; k++) {
      double[] c = problem.vectors()[problem.vectors().length - 1 - k];
      for (int i = 0; i < directions.rows(); i++) {
        for (int a = 0; a < m; a++) {
          rows[k * m + a] += c[i] * directions.get(i, a);
        }
      }
    }
    System.arraycopy(trivial.values(), 0, rows, found * m, trivial.values().length);
    return new Matrix(found + trivial.rows(), m, rows);
  }
}
