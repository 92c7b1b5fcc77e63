package org.liegg.cli.config;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/** A configuration that cannot be read, or says what makes no sense. */
public final class ConfigException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  ConfigException(String subject, String found, String remedy, @Nullable Throwable cause) {
    super("LIEGG-CONFIG-INVALID", subject, found, remedy, cause);
  }
}
