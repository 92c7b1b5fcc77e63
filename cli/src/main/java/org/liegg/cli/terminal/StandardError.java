package org.liegg.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where what we say goes, apart from what native libraries write: the launcher takes lines out of
 * theirs that nothing turns off, and names a file that leads past it.
 */
final class StandardError {
  private static final String PROPERTY = "org.liegg.cli.err";

  private StandardError() {}

  /**
   * The launcher's file for standard error, where it names one that can be opened: it cannot be if
   * standard error is a socket, or another user's terminal. Standard error otherwise.
   */
  static OutputStream open() {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      try {
        return new FileOutputStream(file, true);
      } catch (IOException e) {
        return new FileOutputStream(FileDescriptor.err);
      }
    }
    return new FileOutputStream(FileDescriptor.err);
  }
}
