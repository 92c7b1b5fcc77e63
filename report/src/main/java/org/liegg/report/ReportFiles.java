package org.liegg.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.OutputException;

/**
 * Puts text into files whole or not at all: it goes to a temporary file in the same directory,
 * which then takes the name in one step. Neither an error nor Ctrl-C leaves half a file or a
 * temporary one. What is no regular file, like {@code /dev/stdout}, is written to as it is.
 */
public final class ReportFiles {
  private static final String CODE = "LIEGG-OUTPUT-UNWRITABLE";

  private ReportFiles() {}

  /**
   * Writes the file, in UTF-8, replacing what was there.
   *
   * @throws OutputException {@code LIEGG-OUTPUT-UNWRITABLE} if that fails; an earlier file is then
   *     still there
   */
  public static void writeAtomically(Path file, String content) {
    writeAtomically(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the file, replacing what was there.
   *
   * @throws OutputException as {@link #writeAtomically(Path, String)}
   */
  public static void writeAtomically(Path file, byte[] bytes) {
    try {
      if (isSpecial(file)) {
        Files.write(file, bytes);
        return;
      }
      Path target = target(file);
      try (TemporaryFile temporary = new TemporaryFile(directory(target))) {
        temporary.write(bytes);
        temporary.moveTo(target);
      }
    } catch (IOException e) {
      throw OutputException.lost(
          CODE, "output " + file, reason(e), "choose a file that can be written", e);
    } catch (IllegalStateException e) {
      throw stopping(file, e);
    }
  }

  /**
   * Fails if the file could not be written, so that nobody waits for a result that is then lost.
   * Leaves the file as it is, and none where there was none.
   *
   * @throws OutputException {@code LIEGG-OUTPUT-UNWRITABLE} if the file is a directory or
   *     read-only, or its directory is missing or cannot be written to
   */
  public static void requireWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw unwritable(file, "it is a directory", "give the name of a file in it");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw unwritable(file, "it is read-only", "allow writing or choose another file");
    }
    if (isSpecial(file)) {
      return;
    }
    Path directory = directory(target(file));
    if (!Files.isDirectory(directory)) {
      boolean other = Files.exists(directory);
      throw unwritable(
          file,
          "%s %s".formatted(directory, other ? "is not a directory" : "does not exist"),
          other ? "choose another file" : "make that directory or choose another file");
    }
    // Only an attempt tells: permissions, read-only mounts and quotas each have their own way.
    try (TemporaryFile attempt = new TemporaryFile(directory)) {
      attempt.write(new byte[0]);
    } catch (IOException e) {
      throw unwritable(file, reason(e), "choose a directory that can be written to", e);
    } catch (IllegalStateException e) {
      throw stopping(file, e);
    }
  }

  /** Behind a symbolic link its target is replaced, not the link. */
  private static Path target(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    } catch (IOException e) {
      throw unwritable(file, reason(e), "check the path", e);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Path directory(Path target) {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return "writing failed: " + (said == null ? e.toString() : said);
  }

  private static OutputException stopping(Path file, IllegalStateException e) {
    return unwritable(file, "the program is being stopped", "run it again", e);
  }

  private static OutputException unwritable(Path file, String found, String remedy) {
    return new OutputException(CODE, "output " + file, found, remedy);
  }

  private static OutputException unwritable(
      Path file, String found, String remedy, Exception cause) {
    return new OutputException(CODE, "output " + file, found, remedy, cause);
  }
}
