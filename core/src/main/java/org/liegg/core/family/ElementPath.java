package org.liegg.core.family;

import java.util.Optional;

/**
 * Where an element lies, as reports have it.
 *
 * @param generator the place of A in the reference, from 0, where the element is exp(tA) of one
 * @param coefficients of A in the candidate fields; none of an element that is no exp(tA)
 * @param t length of the path; 1 of an element that is no exp(tA)
 */
public record ElementPath(Optional<Integer> generator, double[] coefficients, double t) {

  /** An element that is known as it is, and not as the end of a path. */
  public static ElementPath none() {
    return new ElementPath(Optional.empty(), new double[0], 1);
  }
}
