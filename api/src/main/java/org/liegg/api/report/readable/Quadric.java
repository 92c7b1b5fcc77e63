package org.liegg.api.report.readable;

import java.util.List;
import java.util.Optional;

/**
 * A quadratic function of the inputs that every generator keeps.
 *
 * @param center subtracted from the inputs, a number for each, where there is one that is not 0
 * @param terms monomials of the inputs less the center, at most of degree 2
 */
public record Quadric(Optional<List<Value>> center, List<Term> terms) {

  /** Copies the lists. */
  public Quadric {
    center = center.map(List::copyOf);
    terms = List.copyOf(terms);
  }
}
