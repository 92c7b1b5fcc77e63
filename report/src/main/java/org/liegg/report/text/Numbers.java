package org.liegg.report.text;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them: three significant digits. */
public final class Numbers {
  /** A space at which no line is broken; it reaches a terminal as a common one. */
  public static final char NO_BREAK = '\u00a0';

  private static final int DIGITS = 3;

  private Numbers() {}

  /** Plain from 0.001 to 99 999, with an exponent beyond: {@code 2.04}, {@code 1.73e-9}. */
  public static String shown(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    // An exact decimal of three digits tells the exponent after rounding: 0.9996 is 1.00.
    String[] parts = String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value).split("e", 2);
    int exponent = Integer.parseInt(parts[1]);
    if (exponent < -3 || exponent > 4) {
      return parts[0] + "e" + exponent;
    }
    return fixed(value, Math.max(0, DIGITS - 1 - exponent));
  }

  /** A number that someone chose, with no more digits than it has: {@code 0.01}. */
  public static String chosen(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return Math.abs(decimal.precision() - decimal.scale()) > 5
        ? decimal.toString().replace('E', 'e')
        : decimal.toPlainString();
  }

  /** With so many decimals. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** An angle in degrees, to a hundredth: {@code 0.31°}. */
  public static String degrees(double angle) {
    return fixed(angle, 2) + "°";
  }

  /** The decimals that give a value of this size three significant digits, 0 to 9. */
  public static int decimals(double largest) {
    if (largest == 0) {
      return DIGITS - 1;
    }
    int exponent = (int) Math.floor(Math.log10(largest));
    return Math.min(9, Math.max(0, DIGITS - 1 - exponent));
  }

  /** A count, thousands apart by a space that no line ends at: {@code 10 000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', NO_BREAK);
  }

  /** A count and its noun, which takes an s unless there is one. */
  public static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** An interval: {@code [0.25, 0.4]}. */
  public static String interval(double[] bounds) {
    return "[%s, %s]".formatted(shown(bounds[0]), shown(bounds[1]));
  }
}
