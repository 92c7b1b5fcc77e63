package org.liegg.api.spi.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.liegg.api.Matrix;

/**
 * Writes numbers and texts as bytes, big-endian, so that another machine reads the same; {@link
 * StateInput} reads them in the same order. What is longer than one value is preceded by its
 * length.
 */
public final class StateOutput {
  private static final int CHUNK = 1 << 10;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES);

  /** Writes a number. */
  public StateOutput writeInt(int value) {
    buffer.putInt(value);
    return drain();
  }

  /** Writes a number. */
  public StateOutput writeLong(long value) {
    buffer.putLong(value);
    return drain();
  }

  /** Writes a number, all bits of it. */
  public StateOutput writeDouble(double value) {
    buffer.putLong(Double.doubleToRawLongBits(value));
    return drain();
  }

  /** Writes yes or no. */
  public StateOutput writeBoolean(boolean value) {
    buffer.put((byte) (value ? 1 : 0));
    return drain();
  }

  /** Writes a text in UTF-8. */
  public StateOutput writeText(String text) {
    return writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes. */
  public StateOutput writeBytes(byte[] bytes) {
    writeInt(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Writes numbers. */
  public StateOutput writeInts(int[] values) {
    writeInt(values.length);
    for (int value : values) {
      writeInt(value);
    }
    return this;
  }

  /** Writes numbers. */
  public StateOutput writeLongs(long[] values) {
    writeInt(values.length);
    for (long value : values) {
      writeLong(value);
    }
    return this;
  }

  /** Writes numbers, all bits of them. */
  public StateOutput writeDoubles(double[] values) {
    return writeDoubles(values, values.length);
  }

  /** Writes the first {@code length} of some numbers, all bits of them. */
  public StateOutput writeDoubles(double[] values, int length) {
    writeInt(length);
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      buffer.asDoubleBuffer().put(values, from, count);
      buffer.position(count * Double.BYTES);
      drain();
    }
    return this;
  }

  /** Writes a matrix with its sizes. */
  public StateOutput writeMatrix(Matrix matrix) {
    return writeInt(matrix.rows()).writeInt(matrix.columns()).writeDoubles(matrix.values());
  }

  /** Bytes that were written. */
  public int size() {
    return out.size();
  }

  /** A copy of all that was written. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  private StateOutput drain() {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
    return this;
  }
}
