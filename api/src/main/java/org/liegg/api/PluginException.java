package org.liegg.api;

import org.jspecify.annotations.Nullable;

/**
 * A plug-in that failed while it worked: what it threw was no error with a code, but a fault of its
 * own.
 */
public final class PluginException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public PluginException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public PluginException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
