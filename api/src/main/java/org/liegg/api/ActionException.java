package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** An action that is not in the grammar, or does not fit the model. */
public final class ActionException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public ActionException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public ActionException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
