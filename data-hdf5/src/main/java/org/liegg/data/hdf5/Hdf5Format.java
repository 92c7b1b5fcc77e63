package org.liegg.data.hdf5;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.data.spi.ArrayContent;
import org.liegg.data.spi.Content;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.spi.StoredArray;
import org.liegg.data.support.Faults;

/** HDF5: every dataset is an array, named by its path. */
public final class Hdf5Format implements DatasetFormat {
  private static final String MAGIC = "\u0089HDF\r\n\u001a\n";

  /** What MATLAB writes before the file proper; it stores arrays with their axes reversed. */
  private static final String MATLAB = "MATLAB 7.3";

  private static final int FIRST_BLOCK = 512;

  /** For {@link java.util.ServiceLoader}. */
  public Hdf5Format() {}

  @Override
  public String description() {
    return "an HDF5 file";
  }

  /** The file proper begins at 0, or behind a block of 512 bytes, 1024, and so on. */
  @Override
  public boolean accepts(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return IntStream.iterate(FIRST_BLOCK, at -> at < text.length(), at -> 2 * at)
            .anyMatch(at -> text.startsWith(MAGIC, at))
        || text.startsWith(MAGIC);
  }

  @Override
  public Content open(Path path, List<Path> files) throws IOException {
    String subject = "data " + path;
    return Guard.guarded(
        subject,
        () -> {
          try (HdfFile file = Hdf5Opening.open(path)) {
            boolean reversed = isMatlab(file);
            List<StoredArray> arrays =
                new DatasetFinder(path, file)
                    .all().stream()
                        .<StoredArray>map(found -> Hdf5Array.of(path, found, reversed))
                        .toList();
            if (arrays.isEmpty()) {
              throw Faults.empty(subject, "it holds no datasets");
            }
            return new ArrayContent(arrays);
          }
        });
  }

  private static boolean isMatlab(HdfFile file) {
    if (file.getUserBlockSize() < MATLAB.length()) {
      return false;
    }
    byte[] begin = new byte[MATLAB.length()];
    file.getUserBlockBuffer().get(begin);
    return new String(begin, StandardCharsets.ISO_8859_1).equals(MATLAB);
  }
}
