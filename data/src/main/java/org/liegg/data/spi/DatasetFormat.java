package org.liegg.data.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A format of files of samples, found by {@link java.util.ServiceLoader}. Its constructor must do
 * nothing costly.
 */
public interface DatasetFormat {

  /** How messages call a file of this format, with its article, e.g. {@code a Parquet file}. */
  String description();

  /**
   * Whether files that begin like this are of this format, whatever they are called.
   *
   * @param head the first 4096 bytes, or all where a file is shorter
   */
  boolean accepts(byte[] head);

  /** Whether the files of a folder, of which one is accepted, may be read as one. */
  default boolean takesFolders() {
    return false;
  }

  /**
   * Says what is there, after a look at it. It must not allocate by what a file merely announces.
   *
   * @param path what the user named: the file, or the folder
   * @param files the file alone, or the visible files of the folder, sorted by name
   * @throws IOException if it cannot be read; {@link java.util.zip.ZipException} where it is
   *     damaged, and {@link java.io.EOFException} where it ends early
   * @throws org.liegg.api.DataException if it holds no samples, or what is not read
   */
  Content open(Path path, List<Path> files) throws IOException;
}
