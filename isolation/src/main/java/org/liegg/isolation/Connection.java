package org.liegg.isolation;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A channel that numbers and texts go over, little-endian. What is read is bounded before room is
 * made for it. Confined to one thread, but for {@link #close}.
 */
final class Connection implements Closeable {
  /** The longest text, in bytes of UTF-8. */
  static final int LONGEST_TEXT = 1 << 16;

  private static final int BUFFER = 1 << 18;
  private static final int NUMBERS = 1 << 13;

  private final SocketChannel channel;
  private final ByteBuffer in;
  private final ByteBuffer out;

  Connection(SocketChannel channel) {
    this.channel = channel;
    in = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    out = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    in.limit(0);
  }

  // What is written waits until it is flushed, or until there is no room.

  void putByte(int value) throws IOException {
    room(Byte.BYTES).put((byte) value);
  }

  void putInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  void putDouble(double value) throws IOException {
    room(Double.BYTES).putDouble(value);
  }

  void putBoolean(boolean value) throws IOException {
    putByte(value ? 1 : 0);
  }

  /** A text; what is beyond {@link #LONGEST_TEXT} bytes is left out. */
  void putText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LONGEST_TEXT);
    putInt(length);
    room(length).put(bytes, 0, length);
  }

  void putBytes(byte[] bytes) throws IOException {
    room(bytes.length).put(bytes);
  }

  /** Numbers, as floats where all of them are floats to the bit, which is half the way. */
  void putDoubles(double[] values) throws IOException {
    boolean narrow = areFloats(values);
    putBoolean(narrow);
    if (narrow) {
      putFloats(values);
      return;
    }
    for (int done = 0; done < values.length; ) {
      int count = Math.min(NUMBERS, values.length - done);
      ByteBuffer buffer = room(count * Double.BYTES);
      buffer.asDoubleBuffer().put(values, done, count);
      buffer.position(buffer.position() + count * Double.BYTES);
      done += count;
    }
  }

  private void putFloats(double[] values) throws IOException {
    float[] part = new float[Math.min(NUMBERS, values.length)];
    for (int done = 0; done < values.length; ) {
      int count = Math.min(part.length, values.length - done);
      for (int i = 0; i < count; i++) {
        part[i] = (float) values[done + i];
      }
      ByteBuffer buffer = room(count * Float.BYTES);
      buffer.asFloatBuffer().put(part, 0, count);
      buffer.position(buffer.position() + count * Float.BYTES);
      done += count;
    }
  }

  private static boolean areFloats(double[] values) {
    for (double value : values) {
      if (Double.doubleToRawLongBits((float) value) != Double.doubleToRawLongBits(value)) {
        return false;
      }
    }
    return true;
  }

  void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (out.remaining() < bytes) {
      flush();
    }
    return out;
  }

  int getByte() throws IOException {
    return available(Byte.BYTES).get() & 0xff;
  }

  int getInt() throws IOException {
    return available(Integer.BYTES).getInt();
  }

  long getLong() throws IOException {
    return available(Long.BYTES).getLong();
  }

  double getDouble() throws IOException {
    return available(Double.BYTES).getDouble();
  }

  boolean getBoolean() throws IOException {
    return bounded(getByte(), "a flag", 1) == 1;
  }

  /** A number of things, each of which follows. */
  int getCount(String what, int most) throws IOException {
    return bounded(getInt(), what, most);
  }

  private static int bounded(int value, String what, int most) throws BadMessageException {
    if (value < 0 || value > most) {
      throw new BadMessageException("%s of %d, where 0 to %d may be".formatted(what, value, most));
    }
    return value;
  }

  String getText() throws IOException {
    return new String(getBytes(getCount("a text", LONGEST_TEXT)), StandardCharsets.UTF_8);
  }

  byte[] getBytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    available(count).get(bytes);
    return bytes;
  }

  /** Fills an array with what {@link #putDoubles} wrote. */
  double[] getDoubles(double[] values) throws IOException {
    if (getBoolean()) {
      getFloats(values);
      return values;
    }
    for (int done = 0; done < values.length; ) {
      ByteBuffer buffer = available(Double.BYTES);
      int count = Math.min(buffer.remaining() / Double.BYTES, values.length - done);
      buffer.asDoubleBuffer().get(values, done, count);
      buffer.position(buffer.position() + count * Double.BYTES);
      done += count;
    }
    return values;
  }

  private void getFloats(double[] values) throws IOException {
    float[] part = new float[Math.min(NUMBERS, values.length)];
    for (int done = 0; done < values.length; ) {
      ByteBuffer buffer = available(Float.BYTES);
      int count =
          Math.min(part.length, Math.min(buffer.remaining() / Float.BYTES, values.length - done));
      buffer.asFloatBuffer().get(part, 0, count);
      buffer.position(buffer.position() + count * Float.BYTES);
      for (int i = 0; i < count; i++) {
        values[done + i] = part[i];
      }
      done += count;
    }
  }

  /** The buffer with at least so many bytes in it. */
  private ByteBuffer available(int bytes) throws IOException {
    if (in.remaining() < bytes) {
      in.compact();
      while (in.position() < bytes) {
        if (channel.read(in) < 0) {
          throw new EOFException("the other side has closed the connection");
        }
      }
      in.flip();
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
