package org.liegg.data.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.liegg.data.spi.ArrayPass;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.text.Words;

/** A pass over images, of which one is decoded at a time. */
final class ImagePass implements ArrayPass {
  private final Path path;
  private final List<Path> files;
  private final ImageReading first;

  ImagePass(Path path, List<Path> files, ImageReading first) {
    this.path = path;
    this.files = files;
    this.first = first;
  }

  @Override
  public void read(long from, int rows, double[] to, int offset) throws IOException {
    for (int row = 0; row < rows; row++) {
      Path file = files.get(Math.toIntExact(from + row));
      ImageReading image = ImageReading.of(path, file);
      if (!image.isLike(first)) {
        throw Faults.shape(
            "data " + path,
            "%s has %s, and %s has %s"
                .formatted(
                    Words.quoted(Folders.name(file)),
                    image.described(),
                    Words.quoted(Folders.name(first.file())),
                    first.described()),
            "give images of one size, with the same channels of as many bits");
      }
      image.decode(to, offset + row * first.values());
    }
  }

  /** Every image is closed when it has been read. */
  @Override
  public void close() {}
}
