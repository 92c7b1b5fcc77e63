package org.liegg.api;

import java.util.Optional;

/**
 * Something to know before believing the rest.
 *
 * @param code stable name, e.g. {@code undersampled}; ours are in {@link WarningCode}
 * @param message what was seen and what to do
 * @param explains how many dimensions of the nullspace it explains, where it explains some
 */
public record Warning(String code, String message, Optional<Integer> explains) {

  /** A warning that explains no dimension of the nullspace. */
  public Warning(String code, String message) {
    this(code, message, Optional.empty());
  }

  /** One of ours that explains no dimension of the nullspace. */
  public Warning(WarningCode code, String message) {
    this(code.label(), message);
  }

  /** One of ours. */
  public Warning(WarningCode code, String message, Optional<Integer> explains) {
    this(code.label(), message, explains);
  }
}
