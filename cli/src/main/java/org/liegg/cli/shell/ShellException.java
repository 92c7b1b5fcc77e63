package org.liegg.cli.shell;

import org.liegg.api.LieggException;

/** Java by the line cannot be had here, or a script of it fails. */
public final class ShellException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  ShellException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }
}
