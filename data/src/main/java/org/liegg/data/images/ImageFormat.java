package org.liegg.data.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.data.spi.ArrayContent;
import org.liegg.data.spi.ArrayPass;
import org.liegg.data.spi.Content;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.spi.StoredArray;

/** PNG and JPEG: every image is a sample, those of a folder in the order of their names. */
public final class ImageFormat implements DatasetFormat {

  /** For {@link java.util.ServiceLoader}. */
  public ImageFormat() {}

  @Override
  public String description() {
    return "PNG or JPEG images";
  }

  @Override
  public boolean accepts(byte[] head) {
    return ImageKind.of(head).isPresent();
  }

  @Override
  public boolean takesFolders() {
    return true;
  }

  /** Decodes the first image: it says what the others must be like. */
  @Override
  public Content open(Path path, List<Path> files) throws IOException {
    ImageReading first = ImageReading.of(path, files.get(0));
    return new ArrayContent(List.of(new Images(path, files, first)));
  }

  /**
   * The images of a folder.
   *
   * @param path the folder
   * @param files in order
   * @param first the first of them
   */
  private record Images(Path path, List<Path> files, ImageReading first) implements StoredArray {

    @Override
    public String name() {
      return "";
    }

    @Override
    public List<Long> shape() {
      return first.channels() == 1
          ? List.of((long) files.size(), (long) first.height(), (long) first.width())
          : List.of(
              (long) files.size(),
              (long) first.height(),
              (long) first.width(),
              (long) first.channels());
    }

    @Override
    public Optional<String> objection() {
      return Optional.empty();
    }

    @Override
    public ArrayPass open() {
      return new ImagePass(path, files, first);
    }
  }
}
