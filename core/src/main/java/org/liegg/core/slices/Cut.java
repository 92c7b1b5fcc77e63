package org.liegg.core.slices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Thresholds between values of samples, with no more digits than tell these apart. */
public final class Cut {
  private static final int DIGITS = 17;

  private Cut() {}

  /**
   * The shortest decimal number that has one value at or below it and the other above.
   *
   * @param low the smaller value
   * @param high the larger one
   */
  public static double between(double low, double high) {
    double middle = low / 2 + high / 2;
    for (int digits = 1; digits <= DIGITS; digits++) {
      for (RoundingMode mode : List.of(RoundingMode.FLOOR, RoundingMode.HALF_UP)) {
        double rounded = new BigDecimal(middle, new MathContext(digits, mode)).doubleValue();
        if (low <= rounded && rounded < high) {
          return rounded;
        }
      }
    }
    return low;
  }

  /** A number with two digits. */
  static double rounded(double value) {
    return new BigDecimal(value, new MathContext(2)).doubleValue();
  }

  /** A number as people write it: {@code 3}, {@code 0.25}. */
  public static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
