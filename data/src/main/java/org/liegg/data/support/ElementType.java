package org.liegg.data.support;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * What one number of a binary array is stored as: f a float, i a signed and u an unsigned integer,
 * b a boolean, bf a brain float (the upper half of a float), and its bytes. Integers beyond 2^53
 * are rounded to the nearest double.
 */
public enum ElementType {
  F2(2),
  F4(4),
  F8(8),
  I1(1),
  I2(2),
  I4(4),
  I8(8),
  U1(1),
  U2(2),
  U4(4),
  U8(8),
  B1(1),
  BF2(2);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Its name in numpy, without the byte order; empty where numpy has no such type. */
  public String numpyName() {
    return this == BF2 ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** Takes {@code count} numbers from the buffer, in the buffer's byte order. */
  public void decode(ByteBuffer from, double[] to, int offset, int count) {
    if (this == F8) {
      from.asDoubleBuffer().get(to, offset, count);
      from.position(from.position() + count * bytes);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[offset + i] = next(from);
    }
  }

  private double next(ByteBuffer from) {
    return switch (this) {
      case F2 -> half(from.getShort());
      case F4 -> from.getFloat();
      case F8 -> from.getDouble();
      case I1 -> from.get();
      case I2 -> from.getShort();
      case I4 -> from.getInt();
      case I8 -> from.getLong();
      case U1 -> from.get() & 0xff;
      case U2 -> from.getShort() & 0xffff;
      case U4 -> from.getInt() & 0xffff_ffffL;
      case U8 -> unsigned(from.getLong());
      case B1 -> from.get() == 0 ? 0 : 1;
      case BF2 -> Float.intBitsToFloat(from.getShort() << 16);
    };
  }

  /** IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  /** Halved with the lost bit kept for rounding, then doubled, where the sign bit is set. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }
}
