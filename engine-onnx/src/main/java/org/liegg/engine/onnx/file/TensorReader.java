package org.liegg.engine.onnx.file;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.liegg.api.spi.support.HalfPrecision;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.TensorData;

/** Reads the tensors of a file. */
public final class TensorReader {
  private final ExternalData external;

  /** A reader of tensors in and beside a model. */
  public TensorReader(ExternalData external) {
    this.external = external;
  }

  /**
   * The elements of a tensor.
   *
   * @throws GraphException if its size contradicts its shape, its type is not one of numbers, or an
   *     element is not a number
   */
  public TensorData read(TensorProto tensor) {
    TensorProto.DataType type = type(tensor.getDataType());
    ElementType kind = kind(type);
    long[] dims = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    Shape shape = Shape.of(dims);
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      long size = (long) bytes(type) * shape.count();
      if (size > Integer.MAX_VALUE - 8) {
        throw GraphException.tooLarge("weights of %d bytes in one tensor".formatted(size));
      }
      return decoded(type, shape, ByteBuffer.wrap(external.read(tensor, size)));
    }
    if (tensor.hasRawData()) {
      ByteString raw = tensor.getRawData();
      if (raw.size() != (long) bytes(type) * shape.count()) {
        throw GraphException.corrupt(
            "a tensor of the shape %s and %d bytes of %s".formatted(shape, raw.size(), type));
      }
      return decoded(type, shape, raw.asReadOnlyByteBuffer());
    }
    return kind == ElementType.REAL
        ? checked(TensorData.reals(shape, listedReals(tensor, type)))
        : new TensorData(kind, shape, new double[0], listedIntegers(tensor, type));
  }

  /**
   * What the elements of a type become.
   *
   * @param code of the type, as in the file
   * @throws GraphException if it is not one of numbers
   */
  public static ElementType kind(int code) {
    return kind(type(code));
  }

  private static TensorProto.DataType type(int code) {
    TensorProto.DataType type = TensorProto.DataType.forNumber(code);
    return type == null ? TensorProto.DataType.UNDEFINED : type;
  }

  private static ElementType kind(TensorProto.DataType type) {
    return switch (type) {
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> ElementType.REAL;
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> ElementType.INTEGER;
      case BOOL -> ElementType.BOOLEAN;
      default -> throw GraphException.unsupported("a tensor of the type " + type);
    };
  }

  private static int bytes(TensorProto.DataType type) {
    return switch (type) {
      case DOUBLE, INT64, UINT64 -> 8;
      case FLOAT, INT32, UINT32 -> 4;
      case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
      default -> 1;
    };
  }

  private static TensorData decoded(TensorProto.DataType type, Shape shape, ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    ElementType kind = kind(type);
    if (kind == ElementType.REAL) {
      double[] values = new double[shape.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = real(type, bytes);
      }
      return checked(TensorData.reals(shape, values));
    }
    long[] values = new long[shape.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = integer(type, bytes);
    }
    return new TensorData(kind, shape, new double[0], values);
  }

  private static TensorData checked(TensorData data) {
    for (double value : data.reals()) {
      if (Double.isNaN(value)) {
        throw GraphException.notANumber("a weight is NaN");
      }
    }
    return data;
  }

  private static double real(TensorProto.DataType type, ByteBuffer bytes) {
    return switch (type) {
      case DOUBLE -> bytes.getDouble();
      case FLOAT -> bytes.getFloat();
      case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
      default -> HalfPrecision.value(bytes.getShort());
    };
  }

  private static long integer(TensorProto.DataType type, ByteBuffer bytes) {
    return switch (type) {
      case INT64, UINT64 -> bytes.getLong();
      case INT32 -> bytes.getInt();
      case UINT32 -> bytes.getInt() & 0xffffffffL;
      case INT16 -> bytes.getShort();
      case UINT16 -> bytes.getShort() & 0xffff;
      case INT8 -> bytes.get();
      case BOOL -> bytes.get() == 0 ? 0 : 1;
      default -> bytes.get() & 0xff;
    };
  }

  private static double[] listedReals(TensorProto tensor, TensorProto.DataType type) {
    return switch (type) {
      case DOUBLE -> numbers(tensor.getDoubleDataList());
      case FLOAT -> numbers(tensor.getFloatDataList());
      case BFLOAT16 ->
          tensor.getInt32DataList().stream()
              .mapToDouble(bits -> Float.intBitsToFloat(bits << 16))
              .toArray();
      default ->
          tensor.getInt32DataList().stream()
              .mapToDouble(bits -> HalfPrecision.value(bits.shortValue()))
              .toArray();
    };
  }

  private static double[] numbers(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private static long[] listedIntegers(TensorProto tensor, TensorProto.DataType type) {
    List<? extends Number> values =
        switch (type) {
          case INT64 -> tensor.getInt64DataList();
          case UINT32, UINT64 -> tensor.getUint64DataList();
          default -> tensor.getInt32DataList();
        };
    boolean truth = type == TensorProto.DataType.BOOL;
    return values.stream()
        .mapToLong(v -> truth && v.longValue() != 0 ? 1 : v.longValue())
        .toArray();
  }
}
