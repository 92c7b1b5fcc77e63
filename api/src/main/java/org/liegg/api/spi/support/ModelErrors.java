package org.liegg.api.spi.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;

/** Creates the exceptions for one model; an engine adds those of its kind. */
public class ModelErrors {
  private final String subject;

  /**
   * @param description of the source, e.g. its path or its address
   */
  protected ModelErrors(String description) {
    this.subject = "model " + description;
  }

  /** An error of any code about this model. */
  public final ModelException of(String code, String found, String remedy) {
    return of(code, found, remedy, null);
  }

  /** An error of any code about this model, and what was thrown below. */
  public final ModelException of(
      String code, String found, String remedy, @Nullable Throwable cause) {
    return new ModelException(code, subject, found, remedy, cause);
  }

  /**
   * The engine's library is there, and does not load.
   *
   * @param library by its name, e.g. {@code PyTorch}
   */
  protected final ModelException unavailable(String library, LinkageError e, String remedy) {
    return of(
        "LIEGG-ENGINE-UNAVAILABLE",
        "%s's native library does not load: %s".formatted(library, e.getMessage()),
        remedy,
        e);
  }

  /**
   * Gradients that are not the derivatives of the outputs.
   *
   * @param whose they are, e.g. {@code its}
   * @param error by how much they are off, as a share of the largest derivative
   */
  public final ModelException wrongGradient(String whose, double error, String remedy) {
    return of(
        "LIEGG-MODEL-WRONG-GRADIENT",
        String.format(
            Locale.ROOT,
            "%s gradients differ from differences of its outputs by %.2g of the largest derivative",
            whose,
            error),
        remedy);
  }

  /**
   * Reads the file that a source names.
   *
   * @param kind of file that the engine reads, e.g. {@code TorchScript file}
   * @throws ModelException if the source is no file, there is none, or it cannot be read
   */
  public final <T> T readFile(ModelSource source, String kind, FileReader<T> reader) {
    if (!(source instanceof ModelSource.File from)) {
      throw of("LIEGG-MODEL-UNSUPPORTED", "it is no file", "give the path of a " + kind);
    }
    Path path = from.path();
    if (!Files.exists(path)) {
      throw of("LIEGG-MODEL-NOT-FOUND", "there is no such file", "check the path");
    }
    if (Files.isDirectory(path)) {
      throw of(
          "LIEGG-MODEL-IS-DIRECTORY", "it is a folder", "name the %s inside it".formatted(kind));
    }
    try {
      return reader.read(path);
    } catch (IOException e) {
      throw of(
          "LIEGG-MODEL-UNREADABLE",
          "it cannot be read: " + RegularFile.reason(e),
          "check its permissions",
          e);
    }
  }

  /** Reads one file. */
  @FunctionalInterface
  public interface FileReader<T> {
    /**
     * What is in the file.
     *
     * @throws IOException if it cannot be read
     */
    T read(Path path) throws IOException;
  }
}
