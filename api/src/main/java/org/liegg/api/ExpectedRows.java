package org.liegg.api;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the rows of E before they come.
 *
 * @param count how many, where it is known; an estimate is enough
 * @param precision of the gradients that they are made of, where it is known. In {@link
 *     Precision#FLOAT} the gradients' own rounding hides what a more accurate decomposition would
 *     show; in {@link Precision#DOUBLE} it does not
 */
public record ExpectedRows(OptionalLong count, Optional<Precision> precision) {

  /**
   * @throws IllegalArgumentException if the count is negative
   */
  public ExpectedRows {
    if (count.orElse(0) < 0) {
      throw new IllegalArgumentException("ExpectedRows: a count of " + count.getAsLong());
    }
  }

  /** Nothing is known. */
  public static ExpectedRows unknown() {
    return new ExpectedRows(OptionalLong.empty(), Optional.empty());
  }

  /** The same, about so many. */
  public ExpectedRows withCount(long rows) {
    return new ExpectedRows(OptionalLong.of(rows), precision);
  }

  /** The same, of gradients in this precision. */
  public ExpectedRows withPrecision(Precision gradients) {
    return new ExpectedRows(count, Optional.of(gradients));
  }
}
