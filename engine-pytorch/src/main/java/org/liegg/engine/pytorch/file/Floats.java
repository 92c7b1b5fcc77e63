package org.liegg.engine.pytorch.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.liegg.api.Precision;

/** Floating-point numbers of all lengths, read and written little-endian. */
final class Floats {
  private Floats() {}

  /** Number {@code at} of some bytes. */
  static double get(ByteBuffer bytes, Storage.Type type, int at) {
    return switch (type) {
      case FLOAT -> bytes.getFloat(4 * at);
      case DOUBLE -> bytes.getDouble(8 * at);
      case HALF -> half(bytes.getShort(2 * at) & 0xffff);
      case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(2 * at) << 16);
      default -> throw new IllegalArgumentException("Not of floating-point numbers: " + type);
    };
  }

  /** The same numbers in this precision. */
  static byte[] converted(byte[] from, Storage.Type type, Precision precision) {
    int count = from.length / type.bytes();
    boolean wide = precision == Precision.DOUBLE;
    long length = (long) count * (wide ? Double.BYTES : Float.BYTES);
    if (length > Integer.MAX_VALUE - 16) {
      throw ModelFault.tooLarge("its weights have %d bytes in this precision".formatted(length));
    }
    ByteBuffer source = little(from);
    byte[] converted = new byte[(int) length];
    ByteBuffer target = little(converted);
    for (int i = 0; i < count; i++) {
      double value = get(source, type, i);
      if (wide) {
        target.putDouble(value);
      } else {
        target.putFloat((float) value);
      }
    }
    return converted;
  }

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float half(int bits) {
    int sign = bits >> 15 == 0 ? 1 : -1;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) {
      return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
    }
    return exponent == 0
        ? sign * Math.scalb((float) fraction, -24)
        : sign * Math.scalb((float) (fraction + 0x400), exponent - 25);
  }
}
