package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** A model that cannot be opened or differentiated. */
public final class ModelException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public ModelException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public ModelException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
