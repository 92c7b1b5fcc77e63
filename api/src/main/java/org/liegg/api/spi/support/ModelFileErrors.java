package org.liegg.api.spi.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;

/** Creates the exceptions for one model in a file; an engine adds those of its format. */
public class ModelFileErrors extends ModelErrors {
  private static final int MAX_MESSAGE = 240;

  private final String kinds;

  /**
   * @param description of the source, e.g. its path
   * @param kinds what the engine's models are, e.g. {@code Keras models are .keras and .h5 files}
   */
  protected ModelFileErrors(String description, String kinds) {
    super(description);
    this.kinds = kinds;
  }

  /** No such output, or none chosen of several. */
  public final ModelException output(String found, String remedy) {
    return of("LIEGG-MODEL-OUTPUT", found, remedy);
  }

  /** No such input. */
  public final ModelException input(String found, String remedy) {
    return of("LIEGG-MODEL-INPUT", found, remedy);
  }

  /** A file that would take more memory than it may. */
  public final ModelException tooLarge(String found) {
    return of(
        "LIEGG-MODEL-TOO-LARGE",
        found,
        "give the Java virtual machine more memory (-Xmx) if the model is meant to be this large");
  }

  /** The file exists and cannot be read. */
  public final ModelException unreadable(Throwable cause) {
    return of(
        "LIEGG-MODEL-UNREADABLE",
        "it cannot be read: " + message(cause),
        "check its permissions",
        cause);
  }

  /**
   * Requires a regular file that may be read; links are followed.
   *
   * @throws ModelException that says what else is there
   */
  public final void requireFile(Path path) {
    if (Files.notExists(path)) {
      throw of("LIEGG-MODEL-NOT-FOUND", "there is no such file", "check the path");
    }
    if (Files.isDirectory(path)) {
      throw of(
          "LIEGG-MODEL-IS-DIRECTORY",
          "this is a directory, and " + kinds,
          "name the file inside it");
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable(new IOException("it is no regular file"));
    }
    if (!Files.isReadable(path)) {
      throw unreadable(new AccessDeniedException("permission denied"));
    }
  }

  /** What an exception says, in one line; it may quote a file. */
  public static String message(Throwable thrown) {
    return Printable.text(Printable.message(String.valueOf(thrown.getMessage())), MAX_MESSAGE);
  }
}
