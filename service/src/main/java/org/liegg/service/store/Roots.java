package org.liegg.service.store;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.service.base.ServiceException;

/**
 * The folders whose files requests may name. What a path leads to, links resolved, lies below one
 * of them, or there is no such file.
 */
public final class Roots {
  private final List<Path> folders;

  /**
   * These folders.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-ROOT} if there is no such folder
   */
  public Roots(List<Path> folders) {
    this.folders = folders.stream().map(Roots::real).toList();
  }

  /** What requests call them: their last names. */
  public List<String> names() {
    return folders.stream().map(Path::getFileName).map(String::valueOf).toList();
  }

  /**
   * The file or folder that a request names.
   *
   * @param name relative to a root, or absolute
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND} if there is none below a root
   */
  public Path resolve(String name) {
    return folders.stream()
        .map(root -> below(root, name))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new ServiceException(
                    404,
                    "LIEGG-SERVICE-NOT-FOUND",
                    "file " + name,
                    "there is none of this name below the folders that may be named",
                    "upload it, or let its folder be named with --root"));
  }

  private static Optional<Path> below(Path root, String name) {
    try {
      Path found = root.resolve(name).toRealPath();
      return found.startsWith(root) && !found.equals(root) ? Optional.of(found) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new ServiceException(
          500,
          "LIEGG-SERVICE-ROOT",
          "root " + folder,
          "there is no such folder",
          "name one that exists with --root",
          e);
    }
  }
}
