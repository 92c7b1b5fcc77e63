package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Optional;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;

/**
 * The header of an IDX file: two zero bytes, a type, the number of axes, and the length of every
 * axis as a 32-bit integer; everything big-endian. Format: Y. LeCun, the MNIST database.
 */
final class IdxHeader {

  private static final int PREFIX = 4;

  private IdxHeader() {}

  /** The element type of a type byte. */
  static Optional<ElementType> type(byte code) {
    return switch (code) {
      case 0x08 -> Optional.of(ElementType.U1);
      case 0x09 -> Optional.of(ElementType.I1);
      case 0x0B -> Optional.of(ElementType.I2);
      case 0x0C -> Optional.of(ElementType.I4);
      case 0x0D -> Optional.of(ElementType.F4);
      case 0x0E -> Optional.of(ElementType.F8);
      default -> Optional.empty();
    };
  }

  /**
   * Reads the header and checks it against the size of the source.
   *
   * @throws org.liegg.api.DataException if the array cannot be read
   */
  static ArrayLayout read(ByteSource source, ArrayLayout.Maker maker) {
    try (InputStream in = Channels.newInputStream(source.open(0))) {
      byte[] prefix = take(source, in, PREFIX, 0);
      int axes = prefix[3] & 0xff;
      ByteBuffer sizes = ByteBuffer.wrap(take(source, in, axes * Integer.BYTES, PREFIX));
      long[] shape = new long[axes];
      for (int i = 0; i < axes; i++) {
        shape[i] = sizes.getInt();
      }
      ElementType type =
          type(prefix[2])
              .orElseThrow(
                  () -> Faults.corrupt(source.subject(), "its IDX type byte is not known"));
      long offset = (long) PREFIX + sizes.capacity();
      return maker.make(
          source, new StoredNumbers(type, ByteOrder.BIG_ENDIAN, false, shape, offset));
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  private static byte[] take(ByteSource source, InputStream in, int length, int before)
      throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw Faults.truncated(
          source.subject(),
          "its IDX header needs %d bytes, found %d"
              .formatted(before + length, before + bytes.length));
    }
    return bytes;
  }
}
