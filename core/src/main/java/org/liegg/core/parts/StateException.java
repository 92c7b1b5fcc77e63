package org.liegg.core.parts;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/** States of parts of a work that cannot be read, or do not belong together. */
public final class StateException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public StateException(String code, String subject, String found, String remedy) {
    this(code, subject, found, remedy, null);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public StateException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
