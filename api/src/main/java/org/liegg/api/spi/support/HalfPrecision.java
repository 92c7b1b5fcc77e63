package org.liegg.api.spi.support;

/** Numbers of 16 bits, as files of models hold them. */
public final class HalfPrecision {
  private HalfPrecision() {}

  /** The value of an IEEE 754 binary16; it is exact. */
  public static double value(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
