package org.liegg.api.report.readable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Whether all that it says is about so many inputs. */
  public boolean isOf(int inputs) {
    return Stream.concat(
                fields.stream()
                    .flatMap(field -> field.components().stream())
                    .flatMap(component -> component.terms().stream()),
                conserved.stream().flatMap(quadric -> quadric.terms().stream()))
            .allMatch(term -> term.largestInput() <= inputs)
        && fields.stream()
            .flatMap(field -> field.components().stream())
            .allMatch(component -> component.input() <= inputs)
        && conserved.stream()
            .flatMap(quadric -> quadric.center().stream())
            .allMatch(center -> center.size() == inputs)
        && scalings.stream()
            .flatMap(all -> Stream.concat(all.exponents().stream(), all.groups().stream()))
            .allMatch(exponents -> exponents.length == inputs);
  }
}
