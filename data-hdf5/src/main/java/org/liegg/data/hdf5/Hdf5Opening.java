package org.liegg.data.hdf5;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files so that what they announce of themselves takes no memory that they do not have. */
final class Hdf5Opening {
  /**
   * Bytes of a file that is read as a whole: the parser then takes parts of it, where it would
   * allocate whatever length a damaged header gives, up to 2 GB.
   */
  private static final long SMALL = 1 << 24;

  private Hdf5Opening() {}

  /** A file, to be closed. */
  static HdfFile open(Path path) {
    try {
      return Files.size(path) <= SMALL
          ? HdfFile.fromBytes(Files.readAllBytes(path))
          : new HdfFile(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
