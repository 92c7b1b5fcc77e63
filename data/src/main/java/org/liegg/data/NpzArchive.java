package org.liegg.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.liegg.api.DataException;
import org.liegg.data.support.ArrayNames;
import org.liegg.data.support.Faults;

/**
 * A .npz file: a zip of .npy files, each named for its array.
 *
 * @param source its bytes; copied to the disk for as long as it is open if they are compressed once
 *     more
 */
record NpzArchive(ByteSource source) {

  /** What an array's entry is called, after the array's name. */
  static final String SUFFIX = ".npy";

  /**
   * The array of this name, or the only one.
   *
   * @throws DataException if there is none, or several and none is named
   */
  NpzEntry select(Optional<String> asked) {
    try (ZipFile zip = open()) {
      List<String> names =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(SUFFIX))
              .map(name -> name.substring(0, name.length() - SUFFIX.length()))
              .distinct()
              .toList();
      String name = choose(names, asked);
      ZipEntry entry = zip.getEntry(name + SUFFIX);
      if (entry == null) {
        throw Faults.corrupt(source.subject(), "its directory contradicts itself");
      }
      long stored = Math.max(0, entry.getCompressedSize());
      boolean deflated = entry.getMethod() != ZipEntry.STORED;
      return new NpzEntry(this, name, deflated ? ByteSource.inflatedAtMost(stored) : stored);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  private String choose(List<String> names, Optional<String> asked) {
    if (names.isEmpty()) {
      throw new DataException(
          "LIEGG-DATA-FORMAT",
          source.subject(),
          "it is a zip file with no .npy array in it",
          "give a .npz that numpy.savez wrote, or .npy, .csv or IDX");
    }
    return ArrayNames.choose(source.subject(), names, asked);
  }

  /** The archive, open; a copy of it is gone when it is closed. */
  ZipFile open() throws IOException {
    if (source.size().isPresent()) {
      return zip(source.path(), ZipFile.OPEN_READ);
    }
    Path copy = Spool.file(source);
    try {
      return zip(copy, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static ZipFile zip(Path path, int mode) throws IOException {
    try {
      return new ZipFile(path.toFile(), mode);
    } catch (IllegalArgumentException e) {
      // What ZipFile makes of entry names that are no UTF-8.
      ZipException damaged = new ZipException(Faults.reason(e));
      damaged.initCause(e);
      throw damaged;
    }
  }
}
