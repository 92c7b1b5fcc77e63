package org.liegg.api.report.readable;

import java.util.List;
import java.util.Optional;

/**
 * Learned generators in a form to be read.
 *
 * @param fields a basis of what was learned
 * @param exact by what numbers were told to be exact: {@code closure} of the algebra that they
 *     span, {@code noise}, that is too small for chance, or {@code none}
 * @param loss how far it is from what was learned
 * @param conserved independent quadratic functions that all of them keep; the first few
 * @param scalings where all of them scale single inputs by rational powers
 */
public record ReadableGenerators(
    List<ReadableField> fields,
    String exact,
    Loss loss,
    List<Quadric> conserved,
    Optional<Scalings> scalings) {

  /** Copies the lists. */
  public ReadableGenerators {
    fields = List.copyOf(fields);
    conserved = List.copyOf(conserved);
  }
}
