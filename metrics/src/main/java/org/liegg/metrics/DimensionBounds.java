package org.liegg.metrics;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
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
 * interval of one direction covers. Among many directions the first failure is found by bisection,
 * which is the same wherever a larger span has the wider bound; its estimate always is the more
 * extreme.
 *
 * @param held directions that are symmetries
 * @param broken directions that are not
 * @param directions how many were tested
 */
public record DimensionBounds(int held, int broken, int directions) {
  /** Of more the first failure is found by bisection. */
  private static final int ONE_BY_ONE = 128;

  /**
   * Tests the first directions of a measure.
   *
   * @param measure its directions in the order in which they were chosen, smallest defect first
   * @param directions how many of them to test
   * @param tolerance τ
   */
  public static DimensionBounds of(HeldOutMeasure measure, int directions, double tolerance) {
    IntFunction<Optional<Bounded>> first = measure.worstOfFirst(directions);
    int held = passed(directions, j -> isHeld(first.apply(j), tolerance));
    IntFunction<Optional<Bounded>> last = measure.smallestOfLast(directions);
    int broken = passed(directions - held, q -> isBroken(last.apply(q), tolerance));
    return new DimensionBounds(held, broken, directions);
  }

  /** How many of the claims 1, 2, … pass before the first that does not. */
  static int passed(int claims, IntPredicate passes) {
    if (claims <= ONE_BY_ONE) {
      int passed = 0;
      while (passed < claims && passes.test(passed + 1)) {
        passed++;
      }
      return passed;
    }
    int passed = 0;
    int failed = claims + 1;
    while (failed - passed > 1) {
      int middle = (passed + failed) >>> 1;
      if (passes.test(middle)) {
        passed = middle;
      } else {
        failed = middle;
      }
    }
    return passed;
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
