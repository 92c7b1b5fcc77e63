package org.liegg.fuzz.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places where a file that an input made someone write would turn up: the folder that the input
 * is in, the folder the program runs in, and the one for temporary files.
 */
final class Sandbox implements AutoCloseable {
  private final Path folder;
  private final List<Path> watched;
  private Set<String> known;

  /**
   * @param temporary where the system makes temporary files
   */
  Sandbox(Path working, Path temporary) {
    try {
      folder = Files.createTempDirectory(temporary, "fuzz-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    watched = List.of(working, temporary, folder);
    known = listed();
  }

  /** Where the input goes; emptied between inputs. */
  Path folder() {
    return folder;
  }

  /** Files that are new since the last call. Empties the folder. */
  Optional<String> written() {
    Set<String> now = listed();
    Set<String> added = new TreeSet<>(now);
    added.removeAll(known);
    added.remove(folder.resolve(FuzzTarget.FILE).toString());
    clear();
    known = listed();
    return added.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", added));
  }

  private Set<String> listed() {
    return watched.stream().flatMap(this::inside).collect(Collectors.toSet());
  }

  private Stream<String> inside(Path path) {
    try (Stream<Path> files = Files.list(path)) {
      // JavaCPP and JNA keep their own folders; another run may have its sandbox here.
      return files
          .map(Path::toString)
          .filter(name -> !name.contains("fuzz-") || name.startsWith(folder + "/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clear();
    try {
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
