package org.liegg.api;

import java.util.Arrays;

/** The checks that the shape-carrying records share. */
public final class Shapes {

  private Shapes() {}

  public static void requireLength(String what, double[] values, long expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s: %d values given, the shape says %d".formatted(what, values.length, expected));
    }
  }

  public static void requireNonNegative(String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("%s: %d is negative".formatted(what, value));
    }
  }

  public static void requireInterval(String what, double[] bounds) {
    if (bounds.length != 2 || !(bounds[0] <= bounds[1])) {
      throw new IllegalArgumentException(
          "%s: %s is no interval".formatted(what, Arrays.toString(bounds)));
    }
  }
}
