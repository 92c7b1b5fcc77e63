package org.liegg.api;

/** The checks that the shape-carrying records share. */
final class Shapes {

  private Shapes() {}

  static void requireLength(String what, double[] values, long expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s: %d values given, the shape says %d".formatted(what, values.length, expected));
    }
  }

  static void requireNonNegative(String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("%s: %d is negative".formatted(what, value));
    }
  }
}
