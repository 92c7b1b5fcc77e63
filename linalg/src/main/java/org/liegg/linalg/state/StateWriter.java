package org.liegg.linalg.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.liegg.api.NumericalException;

/**
 * Writes the state of a decomposition: magic, format version, kind, what the kind writes, and a
 * CRC-32 of it all; big-endian.
 */
public final class StateWriter {
  static final long MAGIC = 0x4c69654747446563L; // "LieGGDec"
  static final int VERSION = 3;

  private static final int CHUNK = 1 << 13;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES);
  private final String kind;

  public StateWriter(String kind) {
    this.kind = kind;
    writeLong(MAGIC).writeInt(VERSION).writeText(kind);
  }

  public StateWriter writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeInt(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  public StateWriter writeInt(int value) {
    buffer.putInt(value);
    return drain();
  }

  public StateWriter writeLong(long value) {
    buffer.putLong(value);
    return drain();
  }

  public StateWriter writeDouble(double value) {
    buffer.putDouble(value);
    return drain();
  }

  public StateWriter writeInts(int[] values) {
    writeInt(values.length);
    for (int value : values) {
      writeInt(value);
    }
    return this;
  }

  /** The length, and the first {@code length} values. */
  public StateWriter writeDoubles(double[] values, int length) {
    if (out.size() + (long) length * Double.BYTES > Integer.MAX_VALUE - CHUNK) {
      throw new NumericalException(
          "LIEGG-STATE-SIZE",
          "state of the decomposition " + kind,
          "it is larger than 2 GiB",
          "use the decomposition gram, whose state does not grow with the rows");
    }
    writeInt(length);
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      buffer.asDoubleBuffer().put(values, from, count);
      buffer.position(count * Double.BYTES);
      drain();
    }
    return this;
  }

  /** All that was written, closed by its checksum. */
  public byte[] toBytes() {
    CRC32 checksum = new CRC32();
    checksum.update(out.toByteArray());
    writeInt((int) checksum.getValue());
    return out.toByteArray();
  }

  private StateWriter drain() {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
    return this;
  }
}
