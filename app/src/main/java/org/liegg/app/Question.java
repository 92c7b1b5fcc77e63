package org.liegg.app;

import java.util.Optional;

/**
 * What is asked of a model.
 *
 * @param action the candidate fields; {@code gl(d)} where empty
 * @param reference a known algebra to compare with
 * @param decomposition name of the decomposition; the one of highest priority where empty
 */
public record Question(
    Optional<ActionSource> action,
    Optional<ActionSource> reference,
    Optional<String> decomposition) {

  /** Every linear map, and no known algebra. */
  public static Question open() {
    return new Question(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same of these candidate fields. */
  public Question withAction(ActionSource candidates) {
    return new Question(Optional.of(candidates), reference, decomposition);
  }

  /** The same, compared with a known algebra. */
  public Question withReference(ActionSource known) {
    return new Question(action, Optional.of(known), decomposition);
  }

  /** The same by this decomposition. */
  public Question withDecomposition(String name) {
    return new Question(action, reference, Optional.of(name));
  }
}
