package org.liegg.data.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;
import org.liegg.data.text.Words;

/**
 * One image: what its header says, before anything of it is decoded.
 *
 * @param folder what the user named
 * @param file the image
 * @param kind its format
 * @param height rows
 * @param width columns
 * @param channels 1 of grey, 3 of colour, one more where it has transparency
 * @param bits of a channel, 8 or 16
 */
record ImageReading(
    Path folder, Path file, ImageKind kind, int height, int width, int channels, int bits) {

  /** Of one image: a few bytes can announce billions of pixels. */
  private static final long MOST_VALUES = 1 << 24;

  /** Work on the reader of one image. */
  private interface Work<T> {
    T on(ImageReader reader) throws IOException;
  }

  /**
   * Reads the header.
   *
   * @throws DataException if the file is no image that is read, or too large
   */
  static ImageReading of(Path folder, Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(ImageKind.head());
    }
    ImageKind kind =
        ImageKind.of(head)
            .orElseThrow(
                () ->
                    new DataException(
                        "LIEGG-DATA-FORMAT",
                        subject(folder, file),
                        "it is no PNG or JPEG image, and others of the folder are",
                        "take it out of the folder"));
    return with(folder, file, kind, reader -> header(folder, file, kind, reader));
  }

  private static ImageReading header(Path folder, Path file, ImageKind kind, ImageReader reader)
      throws IOException {
    long pixels = (long) reader.getHeight(0) * reader.getWidth(0);
    if (pixels > MOST_VALUES) {
      throw Faults.shape(
          subject(folder, file),
          "it has %d × %d pixels".formatted(reader.getHeight(0), reader.getWidth(0)),
          "give images of at most %d pixels".formatted(MOST_VALUES));
    }
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    int channels = type.getNumBands();
    int bits = type.getSampleModel().getDataType() == DataBuffer.TYPE_USHORT ? 16 : 8;
    if (type.getColorModel() instanceof IndexColorModel palette) {
      channels = isGrey(palette) ? 1 : palette.getNumComponents();
      bits = 8;
    }
    return new ImageReading(
        folder, file, kind, reader.getHeight(0), reader.getWidth(0), channels, bits);
  }

  /** Greys of less than 8 bits come as a palette too. */
  private static boolean isGrey(IndexColorModel palette) {
    boolean grey = !palette.hasAlpha();
    for (int i = 0; i < palette.getMapSize() && grey; i++) {
      grey = palette.getRed(i) == palette.getGreen(i) && palette.getGreen(i) == palette.getBlue(i);
    }
    return grey;
  }

  private static <T> T with(Path folder, Path file, ImageKind kind, Work<T> work)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
    // Straight from the file: ImageIO's own streams copy it into a temporary one.
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      return work.on(reader);
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Faults.corrupt(
          subject(folder, file), "it cannot be decoded (%s)".formatted(Faults.reason(e)));
    } finally {
      reader.dispose();
    }
  }

  private static String subject(Path folder, Path file) {
    return folder.equals(file)
        ? "data " + folder
        : "data %s, file %s".formatted(folder, Words.quoted(Folders.name(file)));
  }

  /** Values of the sample. */
  int values() {
    return height * width * channels;
  }

  /** Whether samples of both are alike. */
  boolean isLike(ImageReading other) {
    return height == other.height
        && width == other.width
        && channels == other.channels
        && bits == other.bits;
  }

  /** Size and channels, as messages say them. */
  String described() {
    return "%d × %d pixels of %d %s of %d bits"
        .formatted(height, width, channels, channels == 1 ? "channel" : "channels", bits);
  }

  /** Writes its values: row by row, and of each pixel channel by channel. */
  void decode(double[] to, int offset) throws IOException {
    BufferedImage image = with(folder, file, kind, reader -> reader.read(0));
    if (image.getColorModel() instanceof IndexColorModel palette) {
      image = palette.convertToIntDiscrete(image.getRaster(), palette.hasAlpha());
    }
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    // A grey palette becomes three equal channels.
    if (bands != channels && (channels != 1 || bands != 3)) {
      throw Faults.corrupt(
          subject(folder, file),
          "it decodes to %d channels in place of %d".formatted(bands, channels));
    }
    double[] row = new double[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < width * channels; i++) {
        to[offset + y * width * channels + i] = row[channels == 1 ? i * bands : i];
      }
    }
  }
}
