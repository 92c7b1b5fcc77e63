package org.liegg.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.liegg.service.base.ServiceException;

/** A model that is a folder, and came as an archive of it: TensorFlow's saved models. */
final class Unpacked {
  private static final String GRAPH = "saved_model.pb";
  private static final int ENTRIES = 1000;

  private Unpacked() {}

  /**
   * Unpacks an archive that holds such a folder; empty where it holds something else, which is left
   * as it is.
   *
   * @param archive the archive
   * @param into a folder that is made
   * @param most bytes that all of it may have
   * @throws ServiceException {@code LIEGG-SERVICE-ARCHIVE} if it is none that can be unpacked
   */
  static Optional<Path> of(Path archive, Path into, long most) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Optional<String> prefix = prefix(zip);
      if (prefix.isEmpty()) {
        return Optional.empty();
      }
      unpack(zip, prefix.get(), into, most);
      return Optional.of(into);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw refused("one of its entries is where another is");
    } catch (ZipException e) {
      // Whatever it is, an engine says what is wrong with it.
      return Optional.empty();
    }
  }

  /** What stands before the graph's name: nothing, or one folder. */
  private static Optional<String> prefix(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals(GRAPH) || name.matches("[^/\\\\]+/" + GRAPH))
        .map(name -> name.substring(0, name.length() - GRAPH.length()))
        .findFirst();
  }

  private static void unpack(ZipFile zip, String prefix, Path into, long most) throws IOException {
    if (zip.size() > ENTRIES) {
      throw refused("it has %d entries, and %d may be".formatted(zip.size(), ENTRIES));
    }
    long left = most;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
        Path target = target(into, entry.getName().substring(prefix.length()));
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          left -= copy(in, target, left);
        }
      }
    }
  }

  private static Path target(Path into, String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars().allMatch(c -> c >= ' ' && c != '\\' && c != ':')
            && !name.startsWith("/");
    Path target = plain ? into.resolve(name).normalize() : into;
    if (!plain || target.equals(into) || !target.startsWith(into)) {
      throw refused("one of its entries lies outside of the folder");
    }
    return target;
  }

  private static long copy(InputStream in, Path target, long left) throws IOException {
    Upload part = new Upload(target, left);
    part.take(in);
    return part.bytes();
  }

  private static ServiceException refused(String found) {
    return new ServiceException(
        "LIEGG-SERVICE-ARCHIVE",
        "archive",
        found,
        "pack the folder of the saved model alone, e.g. with zip -r model.zip saved_model");
  }
}
