package org.liegg.api.report.readable;

import java.util.List;

/**
 * How fast a field moves one input.
 *
 * @param input its place, from 1
 * @param terms whose sum is the velocity; at least one
 */
public record Component(int input, List<Term> terms) {

  /** Copies the list. */
  public Component {
    terms = List.copyOf(terms);
  }
}
