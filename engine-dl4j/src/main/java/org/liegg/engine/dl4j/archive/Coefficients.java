package org.liegg.engine.dl4j.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.liegg.engine.dl4j.session.ModelFaults;

/**
 * A network's parameters as ND4J writes them: two big-endian buffers, each {@code UTF allocation
 * mode, long length, UTF type, elements}. The first is the shape information (rank, shape, strides,
 * extras, element stride, order), the second holds the values.
 */
public final class Coefficients {
  private static final String MODE = "MIXED_DATA_TYPES";
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
    requireMode();
    long length = length();
    String type = name();
    requireLength("it holds", length, expected);
    int width =
        switch (type) {
          case "FLOAT" -> Float.BYTES;
          case "DOUBLE" -> Double.BYTES;
          default ->
              throw faults.unsupported(
                  "its parameters are of type " + type, "convert it to FLOAT or DOUBLE");
        };
    if (in.remaining() != length * width) {
      throw corrupt(
          "%d bytes of values, %d parameters take %d"
              .formatted(in.remaining(), length, length * width));
    }
    double[] values = new double[(int) length];
    for (int i = 0; i < values.length; i++) {
      values[i] = width == Float.BYTES ? in.getFloat() : in.getDouble();
    }
    requireFinite(values, faults);
    return values;
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
    requireMode();
    long length = length();
    String type = name();
    if (!type.equals("LONG") || length > MAX_SHAPE_INFO || length * Long.BYTES > in.remaining()) {
      throw corrupt("shape information of %d × %s".formatted(length, type));
    }
    long[] info = new long[(int) length];
    for (int i = 0; i < info.length; i++) {
      info[i] = in.getLong();
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

  private void requireMode() {
    String mode = name();
    if (!mode.equals(MODE)) {
      throw faults.unsupported(
          "its parameters are in the format %s, not that of ND4J 1.0".formatted(mode),
          "save it again with Deeplearning4j 1.0");
    }
  }

  private long length() {
    require(Long.BYTES);
    long length = in.getLong();
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
