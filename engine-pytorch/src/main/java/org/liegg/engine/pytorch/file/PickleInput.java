package org.liegg.engine.pytorch.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, read from the front. */
final class PickleInput {
  private final ByteBuffer bytes;

  PickleInput(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int next() {
    try {
      return bytes.get() & 0xff;
    } catch (BufferUnderflowException e) {
      throw ModelFault.corrupt("a pickle is cut short");
    }
  }

  /** A whole number of so many bytes, with a sign if it has four or more. */
  long number(int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) next() << (8 * i);
    }
    return length == 4 ? (int) value : value;
  }

  double real() {
    long bits = 0;
    for (int i = 0; i < Double.BYTES; i++) {
      bits = bits << 8 | next();
    }
    return Double.longBitsToDouble(bits);
  }

  /** A whole number in two's complement, of at most eight bytes. */
  long signed(int length) {
    if (length > Long.BYTES) {
      throw ModelFault.corrupt("a pickle has a whole number of %d bytes".formatted(length));
    }
    long value = number(length);
    return length == 0 || length == Long.BYTES
        ? value
        : value << (64 - 8 * length) >> (64 - 8 * length);
  }

  String text(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw ModelFault.corrupt("a pickle has a text that is longer than the pickle");
    }
    byte[] text = new byte[(int) length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  String line() {
    StringBuilder line = new StringBuilder();
    for (int one = next(); one != '\n'; one = next()) {
      line.append((char) one);
    }
    return line.toString();
  }
}
