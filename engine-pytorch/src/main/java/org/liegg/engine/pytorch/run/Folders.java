package org.liegg.engine.pytorch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of this process. */
final class Folders {
  private Folders() {}

  /** Removes a folder and what is in it, as far as that can be. */
  static void remove(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // What is left is in a folder for temporary files.
    }
  }
}
