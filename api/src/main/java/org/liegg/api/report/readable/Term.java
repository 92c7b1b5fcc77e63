package org.liegg.api.report.readable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multiple of a monomial.
 *
 * @param monomial of the inputs by their places, {@code x1^2*x3}; {@code 1} for the constant
 * @param coefficient what it is multiplied by
 */
public record Term(String monomial, Value coefficient) {
  private static final Pattern POWER = Pattern.compile("x([1-9]\\d{0,8})(?:\\^[1-9]\\d{0,3})?");

  /**
   * @throws IllegalArgumentException if the monomial is none
   */
  public Term {
    for (String factor : monomial.split("\\*", -1)) {
      if (!monomial.equals("1") && !POWER.matcher(factor).matches()) {
        throw new IllegalArgumentException("Term: a monomial '" + monomial + "'");
      }
    }
  }

  /** The largest place of an input that it names; 0 of the constant. */
  public int largestInput() {
    Matcher powers = POWER.matcher(monomial);
    int largest = 0;
    while (powers.find()) {
      largest = Math.max(largest, Integer.parseInt(powers.group(1)));
    }
    return largest;
  }
}
