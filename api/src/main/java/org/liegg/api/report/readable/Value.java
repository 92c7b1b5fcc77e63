package org.liegg.api.report.readable;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number, and what it is exactly where that can be said.
 *
 * @param value finite
 * @param exact {@code 3/2}, {@code -sqrt(2)/2}, {@code pi/3}: a fraction, or one times a root or π
 */
public record Value(double value, Optional<String> exact) {

  private static final Pattern EXACT =
      Pattern.compile("-?(\\d{1,18}|(\\d{1,18}\\*)?(sqrt\\([23]\\)|pi))(/[1-9]\\d{0,17})?");

  /**
   * @throws IllegalArgumentException if the exact number is none of these
   */
  public Value {
    exact.ifPresent(
        text -> {
          if (!EXACT.matcher(text).matches()) {
            throw new IllegalArgumentException("Value: an exact number '" + text + "'");
          }
        });
  }

  /** A number that is known up to noise alone. */
  public static Value of(double value) {
    return new Value(value, Optional.empty());
  }
}
