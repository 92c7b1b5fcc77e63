package org.liegg.core.parts;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * The format of what goes from one process to another: magic, format version, kind, content, and a
 * CRC-32C of it all; big-endian.
 */
final class StateBytes {
  private static final long MAGIC = 0x4c69654747537465L; // "LieGGSte"
  private static final int VERSION = 1;
  private static final int HEAD = Long.BYTES + Integer.BYTES;

  private StateBytes() {}

  /** Bytes of this content. */
  static byte[] of(String kind, byte[] content) {
    byte[] bytes =
        new StateOutput()
            .writeLong(MAGIC)
            .writeInt(VERSION)
            .writeText(kind)
            .writeBytes(content)
            .writeInt(0)
            .toBytes();
    int end = bytes.length - Integer.BYTES;
    ByteBuffer.wrap(bytes).putInt(end, checksum(bytes, end));
    return bytes;
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }

  /**
   * Reads a content that is whole.
   *
   * @param subject what the bytes are, for messages
   * @throws StateException {@code LIEGG-STATE-CORRUPT}, {@code LIEGG-STATE-VERSION}, {@code
   *     LIEGG-STATE-OTHER}
   */
  static <T> T read(byte[] bytes, String kind, String subject, Function<StateInput, T> content) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD + Integer.BYTES || all.getLong() != MAGIC) {
      throw corrupt(subject, "it does not start like a state of an extraction", null);
    }
    int version = all.getInt();
    if (version != VERSION) {
      throw new StateException(
          "LIEGG-STATE-VERSION",
          subject,
          "its format is version %d, not %d".formatted(version, VERSION),
          "use one version of liegg for all parts and for merging them");
    }
    int end = bytes.length - Integer.BYTES;
    if (all.getInt(end) != checksum(bytes, end)) {
      throw corrupt(subject, "its checksum does not fit: it was cut short or altered", null);
    }
    try {
      StateInput in = new StateInput(bytes);
      in.readLong();
      in.readInt();
      String found = in.readText();
      if (!found.equals(kind)) {
        throw new StateException(
            "LIEGG-STATE-OTHER",
            subject,
            "it is a %s, not a %s".formatted(found, kind),
            "give --plan what a merge wrote, and a merge what extract --state wrote");
      }
      byte[] body = in.readBytes();
      in.readInt();
      in.requireEnd();
      StateInput inner = new StateInput(body);
      T value = content.apply(inner);
      inner.requireEnd();
      return value;
    } catch (IllegalArgumentException e) {
      throw corrupt(subject, "its parts do not fit together", e);
    }
  }

  private static StateException corrupt(String subject, String found, @Nullable Throwable cause) {
    return new StateException(
        "LIEGG-STATE-CORRUPT",
        subject,
        found,
        "make this part again, or copy its file again",
        cause);
  }
}
