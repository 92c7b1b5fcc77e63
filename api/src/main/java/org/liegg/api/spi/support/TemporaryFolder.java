package org.liegg.api.spi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are gone when the work in them is done. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /**
   * Removes a folder and what is in it, as far as that can be: what cannot be removed, as a library
   * that is loaded, is left in a folder for temporary files.
   */
  public static void remove(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
