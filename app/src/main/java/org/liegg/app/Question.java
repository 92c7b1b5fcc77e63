package org.liegg.app;

import java.util.Optional;

/**
 * What is asked of a model.
 *
 * @param action the candidate fields; {@code gl(d)} where empty
 * @param reference a known algebra to compare with
 * @param decomposition name of the decomposition; the one of highest priority where empty
 * @param group a group that is tried by its elements, in place of fields: action and reference are
 *     empty then
 */
public record Question(
    Optional<ActionSource> action,
    Optional<ActionSource> reference,
    Optional<String> decomposition,
    Optional<GroupSource> group) {

  /** A question about candidate fields. */
  public Question(
      Optional<ActionSource> action,
      Optional<ActionSource> reference,
      Optional<String> decomposition) {
    this(action, reference, decomposition, Optional.empty());
  }

  /** Every linear map, and no known algebra. */
  public static Question open() {
    return new Question(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same of these candidate fields. */
  public Question withAction(ActionSource candidates) {
    return new Question(Optional.of(candidates), reference, decomposition, group);
  }

  /** The same, compared with a known algebra. */
  public Question withReference(ActionSource known) {
    return new Question(action, Optional.of(known), decomposition, group);
  }

  /** The same by this decomposition. */
  public Question withDecomposition(String name) {
    return new Question(action, reference, Optional.of(name), group);
  }

  /** Whether the model keeps this group, tried by its elements. */
  public Question withGroup(GroupSource tried) {
    return new Question(action, reference, decomposition, Optional.of(tried));
  }
}
