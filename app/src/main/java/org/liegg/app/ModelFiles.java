package org.liegg.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.RegularFile;

/** What can be said of a model's path before any engine has looked at it. */
final class ModelFiles {

  /** A model's own files are no deeper in its folder. */
  private static final int DEEPEST = 3;

  private static final long MAX_FILES = 10_000;

  private ModelFiles() {}

  static void requireReadable(ModelSource source) {
    if (!(source instanceof ModelSource.File file)) {
      return;
    }
    Path path = file.path();
    if (!Files.exists(path)) {
      throw new ModelException(
          "LIEGG-MODEL-NOT-FOUND",
          "model " + path,
          "there is no such file",
          "give the path of a saved model");
    }
    if (Files.isDirectory(path)) {
      requireRegularFilesIn(path);
    } else {
      RegularFile.objection(path)
          .ifPresent(
              objection -> {
                throw irregular(path, objection);
              });
    }
    if (!Files.isReadable(path)) {
      throw new ModelException(
          "LIEGG-MODEL-UNREADABLE", "model " + path, "it cannot be read", "check its permissions");
    }
  }

  /** An engine may open whatever the folder of a model holds: none of it may keep it waiting. */
  private static void requireRegularFilesIn(Path folder) {
    try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
      inside
          .limit(MAX_FILES)
          .filter(file -> !Files.isDirectory(file))
          .forEach(
              file ->
                  RegularFile.objection(file)
                      .ifPresent(
                          objection -> {
                            throw irregular(file, objection);
                          }));
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException(
          "LIEGG-MODEL-UNREADABLE",
          "model " + folder,
          "its files cannot be listed",
          "check their permissions",
          e);
    }
  }

  private static ModelException irregular(Path file, String objection) {
    return new ModelException(
        "LIEGG-MODEL-UNREADABLE", "model " + file, objection, "save the model to a file first");
  }

  /**
   * The error for a file that no engine takes: the name of its format, if it is one of those that
   * models are found in, and else what it looks like.
   */
  static ModelException unknownFormat(ModelSource source, String engines) {
    if (!(source instanceof ModelSource.File file)) {
      boolean remote = source instanceof ModelSource.Remote;
      return noFormat(source, remote ? "a model behind a server" : "an object", engines);
    }
    try {
      return ForeignFormats.of(file.path())
          .map(format -> foreign(source, format, engines))
          .orElseGet(() -> noFormat(source, looksLike(file.path()), engines));
    } catch (IOException | UncheckedIOException e) {
      return noFormat(source, "a file that cannot be read (%s)".formatted(e.getMessage()), engines);
    }
  }

  private static ModelException foreign(ModelSource source, ForeignFormat format, String engines) {
    return new ModelException(
        format.code(),
        "model " + source.description(),
        "it is %s, which none of the engines found takes (%s)".formatted(format.what(), engines),
        format.action());
  }

  private static ModelException noFormat(ModelSource source, String looks, String engines) {
    return new ModelException(
        "LIEGG-MODEL-FORMAT",
        "model " + source.description(),
        "it looks like %s, which none of the engines found takes (%s)".formatted(looks, engines),
        "give a model as its framework saves it: a Deeplearning4j .zip, a Keras .keras or .h5, an"
            + " .onnx file, a TorchScript .pt, a TensorFlow SavedModel folder");
  }

  private static String looksLike(Path path) {
    if (Files.isDirectory(path)) {
      return "a directory";
    }
    byte[] head = new byte[512];
    int length;
    try (InputStream in = Files.newInputStream(path)) {
      length = in.readNBytes(head, 0, head.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (length == 0) {
      return "an empty file";
    }
    if (length >= 2 && head[0] == 'P' && head[1] == 'K') {
      return "a zip archive that is cut short, damaged or not a model";
    }
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        return "a binary file of another format";
      }
    }
    return "a text file";
  }
}
