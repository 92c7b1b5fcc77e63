package org.liegg.metrics;

import java.util.Optional;
import org.liegg.api.Bounded;

/**
 * How many symmetries there are at a tolerance, as far as held-out samples tell. By Courant and
 * Fischer there are at least j directions of defect ≤ τ exactly when some j-dimensional space has
 * none above τ, and at most j when some space of codimension j has none at or below it. The spaces
 * are those of the j smallest directions and of the others, chosen on other samples:
 *
 * <ul>
 *   <li>for j = 1, 2, …: the worst defect in the span of the first j has an upper bound ≤ τ; stop
 *       at the first that has not: {@code held};
 *   <li>for q = 1, 2, …: the smallest defect in the span of the last q has a lower bound above τ;
 *       stop at the first that has not: {@code broken}.
 * </ul>
 *
 * <p>The claims of each row are nested and tested in a fixed order, each at half the error of the
 * interval. So the chance of any false claim among all m is at most the error of the interval,
 * without dividing it by m (a fixed-sequence test: Maurer, Hothorn and Lehmacher 1995; Westfall and
 * Krishen, Journal of Statistical Planning and Inference 99, 2001), as far as the jackknife
 * interval of one direction covers.
 *
 * @param held directions that are symmetries
 * @param broken directions that are not
 * @param directions how many were tested
 */
public record DimensionBounds(int held, int broken, int directions) {

  /**
   * Tests the first directions of a measure.
   *
   * @param measure its directions in the order in which they were chosen, smallest defect first
   * @param directions how many of them to test
   * @param tolerance τ
   */
  public static DimensionBounds of(HeldOutMeasure measure, int directions, double tolerance) {
    int held = 0;
    while (held < directions && isHeld(measure.worst(0, held + 1), tolerance)) {
      held++;
    }
    int broken = 0;
    while (held + broken < directions
        && isBroken(measure.smallest(directions - broken - 1, directions), tolerance)) {
      broken++;
    }
    return new DimensionBounds(held, broken, directions);
  }

  /** Directions of which the samples do not tell. */
  public int undecided() {
    return directions - held - broken;
  }

  private static boolean isHeld(Optional<Bounded> worst, double tolerance) {
    return worst.map(Bounded::high).orElse(0.0) <= tolerance;
  }

  private static boolean isBroken(Optional<Bounded> smallest, double tolerance) {
    return smallest.map(Bounded::low).orElse(0.0) > tolerance;
  }
}
