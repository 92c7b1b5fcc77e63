package org.liegg.api.report.readable;

import java.util.List;

/**
 * How fast a field moves one input.
 *
 * @param input its place, from 1
 * @param terms whose sum is the velocity; at least one
 */
public record Component(int input, List<Term> terms) {

  /**
   * @throws IllegalArgumentException if the place is less than 1
   */
  public Component {
    if (input < 1) {
      throw new IllegalArgumentException("Component: input " + input);
    }
    terms = List.copyOf(terms);
  }
}
