package org.liegg.fuzz.targets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.liegg.fuzz.mutate.ByteMutator;

/** Small pictures, and damaged ones whose checksums are right as often as not. */
final class Pictures {
  private static final int SIDE = 4;
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final ByteMutator BYTES =
      new ByteMutator(
          "IHDR", "IDAT", "IEND", "PLTE", "tRNS", "zTXt", "\u00ff\u00c0", "\u00ff\u00da");
  private static final byte[] WHOLE = picture("png", BufferedImage.TYPE_INT_RGB);
  private static final List<byte[]> VALID =
      List.of(
          WHOLE,
          picture("png", BufferedImage.TYPE_BYTE_INDEXED),
          picture("png", BufferedImage.TYPE_USHORT_GRAY),
          picture("jpg", BufferedImage.TYPE_INT_RGB));

  private Pictures() {}

  static byte[] whole() {
    return WHOLE.clone();
  }

  static byte[] damaged(Random random) {
    if (random.nextInt(8) == 0) {
      return whole();
    }
    byte[] damaged = BYTES.mutateAnywhere(VALID.get(random.nextInt(VALID.size())), random);
    if (random.nextBoolean()) {
      check(damaged);
    }
    return damaged;
  }

  /** Puts the checksums of the chunks of a PNG right, as far as it has any. */
  private static void check(byte[] png) {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    for (int at = SIGNATURE; at + FRAME <= png.length; ) {
      int length = bytes.getInt(at);
      if (length < 0 || length > png.length - at - FRAME) {
        return;
      }
      CRC32 sum = new CRC32();
      sum.update(png, at + 4, length + 4);
      bytes.putInt(at + 8 + length, (int) sum.getValue());
      at += FRAME + length;
    }
  }

  private static byte[] picture(String format, int type) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    image.setRGB(1, 2, 0x804020);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
