package org.liegg.app.orbit;

import org.liegg.api.ActionException;

/**
 * Which sample is to be moved along which generator, and how far.
 *
 * @param generator its place in the report, from 0
 * @param sample its place in the data, from 0
 * @param t lengths of the path, 1 to {@link #MOST} of them, finite, in any order, as multiples of
 *     the generator as the report has it, which is of unit norm
 */
public record OrbitWish(int generator, long sample, double[] t) {
  /** Values of t, at most. */
  public static final int MOST = 400;

  /**
   * @throws ActionException {@code LIEGG-ORBIT-TIMES} if there is no t, there are too many, or one
   *     is not finite
   */
  public OrbitWish {
    t = t.clone();
    if (t.length == 0 || t.length > MOST) {
      throw refused("there are %d values of t".formatted(t.length));
    }
    for (double value : t) {
      if (!Double.isFinite(value)) {
        throw refused("a value of t is " + value);
      }
    }
  }

  private static ActionException refused(String found) {
    return new ActionException(
        "LIEGG-ORBIT-TIMES",
        "the lengths t of an orbit",
        found,
        "give 1 to %d finite numbers".formatted(MOST));
  }
}
