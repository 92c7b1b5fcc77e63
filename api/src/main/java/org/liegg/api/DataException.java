package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** Data that cannot be read or is not what was promised. */
public final class DataException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public DataException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public DataException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
