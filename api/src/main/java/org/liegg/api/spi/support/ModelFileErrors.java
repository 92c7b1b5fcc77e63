package org.liegg.api.spi.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;

/** Creates the exceptions for one model in a file; an engine adds those of its format. */
public class ModelFileErrors {
  private static final int MAX_MESSAGE = 240;

  private final String subject;
  private final String kinds;

  /**
   * @param description of the source, e.g. its path
   * @param kinds what the engine's models are, e.g. {@code Keras models are .keras and .h5 files}
   */
  protected ModelFileErrors(String description, String kinds) {
    this.subject = "model " + description;
    this.kinds = kinds;
  }

  /** An error of any code about this model. */
  protected final ModelException of(String code, String found, String remedy) {
    return of(code, found, remedy, null);
  }

  /** An error of any code about this model, and what was thrown below. */
  protected final ModelException of(
      String code, String found, String remedy, @Nullable Throwable cause) {
    return new ModelException(code, subject, found, remedy, cause);
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
