package org.liegg.api.report.readable;

import java.util.List;

/**
 * What scalings of single inputs say together, as dimensional analysis does (Buckingham's Π
 * theorem).
 *
 * @param exponents a scaling each: input i is multiplied by λ to the power of number i
 * @param groups a product of powers of the inputs each, by its exponents, that no scaling changes:
 *     a function that keeps all scalings is one of these products
 */
public record Scalings(List<int[]> exponents, List<int[]> groups) {

  /** Copies the lists. */
  public Scalings {
    exponents = List.copyOf(exponents);
    groups = List.copyOf(groups);
  }
}
