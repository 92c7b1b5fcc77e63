package org.liegg.api.report;

import java.util.List;
import java.util.Optional;

/**
 * The candidate fields.
 *
 * @param spec the action in the grammar
 * @param dimension m, number of candidate fields
 * @param equivariant whether outputs move with the inputs, so that the question is one of
 *     equivariance
 * @param fieldNames what the action calls its fields, in the order of all coefficients; empty where
 *     it does not say
 * @param subject what the model is to this action, e.g. {@code equation}; empty for a model as any
 */
public record Action(
    String spec,
    int dimension,
    boolean equivariant,
    List<String> fieldNames,
    Optional<String> subject) {
  /** The right-hand side of a differential equation, whose own symmetries are looked for. */
  public static final String EQUATION = "equation";

  /** Candidate fields of a model as any. */
  public Action(String spec, int dimension, boolean equivariant, List<String> fieldNames) {
    this(spec, dimension, equivariant, fieldNames, Optional.empty());
  }

  /** Candidate fields without names, under which outputs stay. */
  public Action(String spec, int dimension) {
    this(spec, dimension, false, List.of());
  }

  /** Copies the names. */
  public Action {
    fieldNames = List.copyOf(fieldNames);
  }

  /** Whether the model is a differential equation. */
  public boolean ofEquation() {
    return subject.filter(EQUATION::equals).isPresent();
  }

  /** What a field is called; where the action does not say, by its place: {@code v1}, … */
  public String fieldName(int a) {
    return a < fieldNames.size() ? fieldNames.get(a) : "v" + (a + 1);
  }
}
