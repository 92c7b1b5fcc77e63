package org.liegg.api.report.readable;

import java.util.Optional;

/**
 * A number, and what it is exactly where that can be said.
 *
 * @param value finite
 * @param exact {@code 3/2}, {@code -sqrt(2)/2}, {@code pi/3}: a fraction, or one times a root or π
 */
public record Value(double value, Optional<String> exact) {

  /** A number that is known up to noise alone. */
  public static Value of(double value) {
    return new Value(value, Optional.empty());
  }
}
