package org.liegg.data.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.liegg.data.support.ElementType;

/**
 * How the numbers of a field are stored.
 *
 * @param element integers and floating-point numbers; for booleans, which are bits, {@code B1}; for
 *     decimals empty
 * @param bytes of one number; 0 for booleans
 * @param scale of a decimal: how many of its digits follow the point
 */
record NumberKind(Optional<ElementType> element, int bytes, int scale) {
  private static final int MAX_SCALE = 1000;

  /** That of a field, if its values are numbers. */
  static Optional<NumberKind> of(Field field) {
    return switch (field.typeType()) {
      case Type.Bool -> Optional.of(new NumberKind(Optional.of(ElementType.B1), 0, 0));
      case Type.Int -> integer((Int) field.type(new Int()));
      case Type.FloatingPoint -> floating((FloatingPoint) field.type(new FloatingPoint()));
      case Type.Decimal -> decimal((Decimal) field.type(new Decimal()));
      default -> Optional.empty();
    };
  }

  private static Optional<NumberKind> integer(Int type) {
    return switch (type.bitWidth()) {
      case 8 -> stored(type.isSigned() ? ElementType.I1 : ElementType.U1);
      case 16 -> stored(type.isSigned() ? ElementType.I2 : ElementType.U2);
      case 32 -> stored(type.isSigned() ? ElementType.I4 : ElementType.U4);
      case 64 -> stored(type.isSigned() ? ElementType.I8 : ElementType.U8);
      default -> Optional.empty();
    };
  }

  private static Optional<NumberKind> floating(FloatingPoint type) {
    return switch (type.precision()) {
      case Precision.HALF -> stored(ElementType.F2);
      case Precision.SINGLE -> stored(ElementType.F4);
      case Precision.DOUBLE -> stored(ElementType.F8);
      default -> Optional.empty();
    };
  }

  private static Optional<NumberKind> decimal(Decimal type) {
    int bits = type.bitWidth();
    boolean known = bits == 32 || bits == 64 || bits == 128 || bits == 256;
    return known && Math.abs((long) type.scale()) <= MAX_SCALE
        ? Optional.of(new NumberKind(Optional.empty(), bits / Byte.SIZE, type.scale()))
        : Optional.empty();
  }

  private static Optional<NumberKind> stored(ElementType element) {
    return Optional.of(new NumberKind(Optional.of(element), element.bytes(), 0));
  }

  /** Takes {@code count} numbers from the buffer, in the buffer's byte order. */
  void decode(ByteBuffer from, double[] to, int count) {
    if (element.isPresent()) {
      element.get().decode(from, to, 0, count);
      return;
    }
    byte[] digits = new byte[bytes];
    for (int i = 0; i < count; i++) {
      from.get(digits);
      if (from.order() == ByteOrder.LITTLE_ENDIAN) {
        reverse(digits);
      }
      to[i] = new BigDecimal(new BigInteger(digits), scale).doubleValue();
    }
  }

  private static void reverse(byte[] digits) {
    for (int i = 0, j = digits.length - 1; i < j; i++, j--) {
      byte low = digits[i];
      digits[i] = digits[j];
      digits[j] = low;
    }
  }
}
