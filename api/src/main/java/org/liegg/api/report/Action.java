package org.liegg.api.report;

import java.util.List;

/**
 * The candidate fields.
 *
 * @param spec the action in the grammar
 * @param dimension m, number of candidate fields
 * @param equivariant whether outputs move with the inputs, so that the question is one of
 *     equivariance
 * @param fieldNames what the action calls its fields, in the order of all coefficients; empty where
 *     it does not say
 */
public record Action(String spec, int dimension, boolean equivariant, List<String> fieldNames) {

  /** Candidate fields without names, under which outputs stay. */
  public Action(String spec, int dimension) {
    this(spec, dimension, false, List.of());
  }

  /** Copies the names. */
  public Action {
    fieldNames = List.copyOf(fieldNames);
  }

  /** What a field is called; where the action does not say, by its place: {@code v1}, … */
  public String fieldName(int a) {
    return a < fieldNames.size() ? fieldNames.get(a) : "v" + (a + 1);
  }
}
