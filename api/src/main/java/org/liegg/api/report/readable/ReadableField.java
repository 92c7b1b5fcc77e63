package org.liegg.api.report.readable;

import java.util.List;
import java.util.Optional;

/**
 * A generator as a vector field.
 *
 * @param coefficients of the candidate fields
 * @param components the velocities of the inputs that it moves
 * @param type the kind of its flow, where it is affine and the noise leaves no doubt
 */
public record ReadableField(
    double[] coefficients, List<Component> components, Optional<OneParameter> type) {

  /** Copies the list. */
  public ReadableField {
    components = List.copyOf(components);
  }
}
