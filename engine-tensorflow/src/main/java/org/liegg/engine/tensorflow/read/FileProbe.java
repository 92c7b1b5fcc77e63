package org.liegg.engine.tensorflow.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Guesses from names and the first byte whether a path is a model of TensorFlow. */
public final class FileProbe {
  /** Tag of a graph's first field: its nodes. */
  private static final int NODE = 0x0a;

  private FileProbe() {}

  /** Whether it is worth reading; pipes and unreadable files are not. */
  public static boolean looksLikeModel(Path path) {
    if (Files.isDirectory(path)) {
      return Files.isRegularFile(path.resolve(SavedModelFile.FILE))
          || Files.isRegularFile(path.resolve(SavedModelFile.FILE + "txt"));
    }
    if (path.endsWith(SavedModelFile.FILE)) {
      return Files.isRegularFile(path);
    }
    // Reading a pipe would wait for whoever writes to it.
    if (path.getFileName() == null
        || !Files.isRegularFile(path)
        || !path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pb")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == NODE;
    } catch (IOException e) {
      return false;
    }
  }
}
