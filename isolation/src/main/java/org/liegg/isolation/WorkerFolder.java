package org.liegg.isolation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of a worker: nobody else may look into it, and it goes when the worker does. */
public final class WorkerFolder {

  private WorkerFolder() {}

  /** A new one in the folder for temporary files. */
  public static Path create() throws IOException {
    return Files.createTempDirectory("liegg-worker");
  }

  /** Removes it with all that is in it, as far as that is possible; links are not followed. */
  public static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      // It is in the system's folder for temporary files, which the system clears.
      return;
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException thrown)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
