package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** A result that cannot be written. */
public final class OutputException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public OutputException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public OutputException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
