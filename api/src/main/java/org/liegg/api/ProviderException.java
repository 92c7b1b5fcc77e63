package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** A provider that is unknown, ambiguous, unavailable or broken. */
public final class ProviderException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public ProviderException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public ProviderException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
