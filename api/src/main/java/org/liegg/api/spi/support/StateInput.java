package org.liegg.api.spi.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.liegg.api.Matrix;

/**
 * Reads what a {@link StateOutput} wrote, in the same order. Lengths are compared with the bytes
 * that are left before anything of that size is made; what does not fit is an {@link
 * IllegalArgumentException}, whichever method finds it.
 */
public final class StateInput {
  private final ByteBuffer in;

  /** Reads these bytes from the first one; they must not change meanwhile. */
  public StateInput(byte[] bytes) {
    this(bytes, bytes.length);
  }

  /**
   * Reads the first of these bytes, which must not change meanwhile.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public StateInput(byte[] bytes, int length) {
    in = ByteBuffer.wrap(bytes, 0, length);
  }

  /** Reads a number. */
  public int readInt() {
    return left(Integer.BYTES).getInt();
  }

  /** Reads a number that is not negative. */
  public int readSize() {
    int size = readInt();
    require(size >= 0);
    return size;
  }

  /** Reads a number. */
  public long readLong() {
    return left(Long.BYTES).getLong();
  }

  /** Reads a number. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads yes or no. */
  public boolean readBoolean() {
    byte value = left(1).get();
    require(value == 0 || value == 1);
    return value == 1;
  }

  /** Reads a text. */
  public String readText() {
    return new String(readBytes(), StandardCharsets.UTF_8);
  }

  /** Reads bytes. */
  public byte[] readBytes() {
    byte[] bytes = new byte[length(1)];
    in.get(bytes);
    return bytes;
  }

  /** Reads numbers. */
  public int[] readInts() {
    int[] values = new int[length(Integer.BYTES)];
    in.asIntBuffer().get(values);
    in.position(in.position() + values.length * Integer.BYTES);
    return values;
  }

  /** Reads numbers. */
  public long[] readLongs() {
    long[] values = new long[length(Long.BYTES)];
    in.asLongBuffer().get(values);
    in.position(in.position() + values.length * Long.BYTES);
    return values;
  }

  /** Reads numbers. */
  public double[] readDoubles() {
    double[] values = new double[length(Double.BYTES)];
    in.asDoubleBuffer().get(values);
    in.position(in.position() + values.length * Double.BYTES);
    return values;
  }

  /** Reads so many numbers. */
  public double[] readDoubles(int expected) {
    double[] values = readDoubles();
    require(values.length == expected);
    return values;
  }

  /** Reads a matrix. */
  public Matrix readMatrix() {
    int rows = readSize();
    int columns = readSize();
    return new Matrix(rows, columns, readDoubles());
  }

  /** Bytes that are left. */
  public int remaining() {
    return in.remaining();
  }

  /**
   * Refuses what contradicts itself.
   *
   * @throws IllegalArgumentException unless {@code consistent}
   */
  public void require(boolean consistent) {
    if (!consistent) {
      throw new IllegalArgumentException("its parts do not fit together");
    }
  }

  /** Refuses bytes that are left over. */
  public void requireEnd() {
    require(!in.hasRemaining());
  }

  private int length(int each) {
    int length = readSize();
    require((long) length * each <= in.remaining());
    return length;
  }

  private ByteBuffer left(int bytes) {
    require(in.remaining() >= bytes);
    return in;
  }
}
