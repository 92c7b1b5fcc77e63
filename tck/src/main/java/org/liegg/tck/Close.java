package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;

/** Comparisons of values whose size is not known beforehand. */
final class Close {

  private Close() {}

  /** What two ways to compute the same in one arithmetic may differ by, relatively. */
  static double rounding(Precision precision) {
    return precision == Precision.FLOAT ? 1e-5 : 1e-12;
  }

  /** Every value is within {@code tolerance} times the largest expected one. */
  static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    int worst = 0;
    for (int i = 0; i < actual.length; i++) {
      // Negated, so that a NaN is the worst of all.
      if (!(Math.abs(actual[i] - expected[i]) <= Math.abs(actual[worst] - expected[worst]))) {
        worst = i;
      }
    }
    if (actual.length > 0) {
      assertThat(actual[worst])
          .as(
              "value %d of %d, the one furthest off; seed %d",
              worst, actual.length, GradientSubject.SEED)
          .isCloseTo(expected[worst], within(tolerance * largest));
    }
  }

  /** Responses and derivatives are close, each by its own measure. */
  static void assertClose(Jacobians actual, Jacobians expected, double tolerance) {
    assertClose(actual.values(), expected.values(), tolerance);
    assertClose(actual.responses(), expected.responses(), tolerance);
  }

  /** The values are not close: something that should show in them does. */
  static void assertApart(double[] actual, double[] other, double tolerance, String what) {
    assertThat(actual).hasSameSizeAs(other);
    double largest = 0;
    double apart = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(actual[i]), Math.abs(other[i])));
      apart = Math.max(apart, Math.abs(actual[i] - other[i]));
    }
    assertThat(apart).as(what).isGreaterThan(tolerance * largest);
  }
}
