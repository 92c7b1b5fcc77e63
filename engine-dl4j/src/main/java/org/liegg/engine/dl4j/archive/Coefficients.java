package org.liegg.engine.dl4j.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.liegg.api.spi.support.HalfPrecision;
import org.liegg.engine.dl4j.session.ModelFaults;

/**
 * A network's parameters as ND4J writes them: two big-endian buffers, each {@code UTF allocation
 * mode, length, UTF type, elements}. The first is the shape information (rank, shape, strides,
 * extras, element stride, order), the second holds the values. The mode tells the version: since
 * 1.0.0-beta2 lengths and shape information are of 64 bits, before they are of 32.
 */
public final class Coefficients {
  /** Of ND4J before 1.0.0-beta2. */
  private static final Set<String> SHORT_MODES = Set.of("DIRECT", "HEAP", "JAVACPP");

  /** Of later versions, up to 1.0.0-beta3 and after it. */
  private static final Set<String> LONG_MODES = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

  private static final int MAX_NAME = 64;
  private static final int MAX_SHAPE_INFO = 2 * 2 + 4;

  private final ByteBuffer in;
  private final ModelFaults faults;

  private Coefficients(byte[] bytes, ModelFaults faults) {
    this.in = ByteBuffer.wrap(bytes);
    this.faults = faults;
  }

  /**
   * Reads all parameters; values of float networks are widened exactly.
   *
   * @param expected the number of parameters that the configuration asks for
   * @throws org.liegg.api.ModelException if the bytes are no such array, are of another length, or
   *     hold a value that is not finite
   */
  public static double[] read(byte[] bytes, long expected, ModelFaults faults) {
    return new Coefficients(bytes, faults).read(expected);
  }

  private double[] read(long expected) {
    requireLength("its shape says", shape(), expected);
    long length = length(isLong());
    String type = name();
    requireLength("it holds", length, expected);
    Element element = element(type);
    if (in.remaining() != length * element.bytes()) {
      throw corrupt(
          "%d bytes of values, %d parameters take %d"
              .formatted(in.remaining(), length, length * element.bytes()));
    }
    double[] values = new double[(int) length];
    for (int i = 0; i < values.length; i++) {
      values[i] = element.next(in);
    }
    requireFinite(values, faults);
    return values;
  }

  private Element element(String type) {
    for (Element element : Element.values()) {
      if (element.name().equals(type)) {
        return element;
      }
    }
    throw faults.unsupported("its parameters are of type " + type, "convert it to FLOAT or DOUBLE");
  }

  /** The types that parameters have, as ND4J calls them. */
  private enum Element {
    DOUBLE(Double.BYTES) {
      @Override
      double next(ByteBuffer in) {
        return in.getDouble();
      }
    },
    FLOAT(Float.BYTES) {
      @Override
      double next(ByteBuffer in) {
        return in.getFloat();
      }
    },
    HALF(Short.BYTES) {
      @Override
      double next(ByteBuffer in) {
        return HalfPrecision.value(in.getShort());
      }
    },
    BFLOAT16(Short.BYTES) {
      @Override
      double next(ByteBuffer in) {
        return Float.intBitsToFloat(in.getShort() << Short.SIZE);
      }
    };

    private final int bytes;

    Element(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    /** The next value, widened exactly. */
    abstract double next(ByteBuffer in);
  }

  /**
   * Refuses parameters that no training that went well has left.
   *
   * @throws org.liegg.api.ModelException naming the first NaN or infinity
   */
  public static void requireFinite(double[] values, ModelFaults faults) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw faults.nonFinite(
            "parameter %d of %d is %s".formatted(i + 1, values.length, values[i]),
            "train it again; its training diverged");
      }
    }
  }

  /** Reads the shape information; the number of elements it describes. */
  private long shape() {
    boolean wide = isLong();
    long length = length(wide);
    String type = name();
    int width = wide ? Long.BYTES : Integer.BYTES;
    if (!type.equals(wide ? "LONG" : "INT")
        || length > MAX_SHAPE_INFO
        || length * width > in.remaining()) {
      throw corrupt("shape information of %d × %s".formatted(length, type));
    }
    long[] info = new long[(int) length];
    for (int i = 0; i < info.length; i++) {
      info[i] = wide ? in.getLong() : in.getInt();
    }
    long rank = info.length == 0 ? 0 : info[0];
    if (rank < 1 || rank > 2 || info.length != 2 * rank + 4) {
      throw corrupt("an array of rank " + rank);
    }
    long columns = rank == 1 ? 1 : info[2];
    if (info[1] < 1 || columns < 1 || Math.min(info[1], columns) != 1) {
      throw corrupt("an array of shape %d × %d".formatted(info[1], columns));
    }
    return Math.max(info[1], columns);
  }

  private void requireLength(String what, long found, long expected) {
    if (found != expected) {
      throw corrupt("%s %d parameters, the layers take %d".formatted(what, found, expected));
    }
  }

  /** Reads the allocation mode; whether lengths that follow are of 64 bits. */
  private boolean isLong() {
    String mode = name();
    boolean wide = LONG_MODES.contains(mode);
    if (!wide && !SHORT_MODES.contains(mode)) {
      throw faults.unsupported(
          "its parameters are in the format %s, which is none of ND4J's".formatted(mode),
          "save it again with Deeplearning4j 1.0.0-M2.1");
    }
    return wide;
  }

  private long length(boolean wide) {
    require(wide ? Long.BYTES : Integer.BYTES);
    long length = wide ? in.getLong() : in.getInt();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw corrupt("a buffer of length " + length);
    }
    return length;
  }

  private String name() {
    require(Short.BYTES);
    int length = Short.toUnsignedInt(in.getShort());
    if (length > MAX_NAME) {
      throw corrupt("no ND4J array");
    }
    require(length);
    byte[] name = new byte[length];
    in.get(name);
    String text = new String(name, StandardCharsets.ISO_8859_1);
    if (!text.matches("[A-Z0-9_]+")) {
      throw corrupt("no ND4J array");
    }
    return text;
  }

  private void require(int bytes) {
    if (in.remaining() < bytes) {
      throw corrupt("cut short after %d bytes".formatted(in.limit()));
    }
  }

  private RuntimeException corrupt(String found) {
    return faults.corrupt("%s: %s".formatted(ModelArchive.COEFFICIENTS, found));
  }
}
