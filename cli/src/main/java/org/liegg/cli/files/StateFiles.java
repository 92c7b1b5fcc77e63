package org.liegg.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liegg.core.parts.StateException;

/** Reads plans and states of parts. */
public final class StateFiles {

  private StateFiles() {}

  /** As messages name a file. */
  public static String subject(Path file) {
    return "state " + file;
  }

  /**
   * All bytes of a file.
   *
   * @throws StateException {@code LIEGG-STATE-UNREADABLE}
   */
  public static byte[] read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(file, "it is no regular file", null);
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read (%s)".formatted(e), e);
    }
  }

  private static StateException unreadable(Path file, String found, @Nullable IOException cause) {
    return new StateException(
        "LIEGG-STATE-UNREADABLE",
        subject(file),
        found,
        "give a file that extract --state or merge --plan wrote",
        cause);
  }
}
