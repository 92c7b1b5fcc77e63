package org.liegg.engine.tensorflow.graph;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.liegg.api.spi.support.HalfPrecision;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Makes and reads the values that graphs hold. */
public final class Tensors {

  private Tensors() {}

  /** A scalar int32. */
  public static TensorProto ints(int value) {
    return TensorProto.newBuilder()
        .setDtype(DataType.DT_INT32)
        .setTensorShape(TensorShapeProto.getDefaultInstance())
        .addIntVal(value)
        .build();
  }

  /** An int32 tensor of one axis. */
  public static TensorProto vector(int... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_INT32)
            .setTensorShape(Nodes.shapeProto(java.util.List.of(values.length)));
    Arrays.stream(values).forEach(tensor::addIntVal);
    return tensor.build();
  }

  /** A scalar of a floating type. */
  public static TensorProto scalar(DataType type, double value) {
    return floating(TensorShapeProto.getDefaultInstance(), type, new double[] {value});
  }

  /** A tensor of a floating type, float32 or float64. */
  public static TensorProto floating(TensorShapeProto shape, DataType type, double[] values) {
    boolean single = type == DataType.DT_FLOAT;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, single ? 4 : 8))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (single) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    return TensorProto.newBuilder()
        .setDtype(single ? DataType.DT_FLOAT : DataType.DT_DOUBLE)
        .setTensorShape(shape)
        .setTensorContent(ByteString.copyFrom(bytes.array()))
        .build();
  }

  /** How many numbers a tensor has; -1 where its shape makes no sense. */
  public static long count(TensorShapeProto shape) {
    long count = 1;
    for (TensorShapeProto.Dim dimension : shape.getDimList()) {
      count = DataTypes.product(count, dimension.getSize());
    }
    return count;
  }

  /**
   * The numbers of a floating tensor, however they are written: as bytes, or as a list whose last
   * number is repeated.
   *
   * @throws IllegalArgumentException if it is not floating, or has more or fewer numbers than its
   *     shape
   */
  public static double[] floats(TensorProto tensor) {
    long count = count(tensor.getTensorShape());
    int size = DataTypes.bytes(tensor.getDtype());
    if (!DataTypes.isFloating(tensor.getDtype()) || count < 0 || count > Integer.MAX_VALUE / 16) {
      throw new IllegalArgumentException(
          "a constant of %d numbers of type %s".formatted(count, tensor.getDtype()));
    }
    double[] values = new double[(int) count];
    if (!tensor.getTensorContent().isEmpty()) {
      if (tensor.getTensorContent().size() != count * size) {
        throw new IllegalArgumentException(
            "a constant of %d bytes for %d numbers"
                .formatted(tensor.getTensorContent().size(), count));
      }
      ByteBuffer bytes =
          tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < values.length; i++) {
        values[i] = number(tensor.getDtype(), bytes);
      }
      return values;
    }
    int listed =
        switch (tensor.getDtype()) {
          case DT_FLOAT -> tensor.getFloatValCount();
          case DT_DOUBLE -> tensor.getDoubleValCount();
          default -> tensor.getHalfValCount();
        };
    for (int i = 0; i < values.length && listed > 0; i++) {
      values[i] = listed(tensor, Math.min(i, listed - 1));
    }
    return values;
  }

  private static double number(DataType type, ByteBuffer bytes) {
    return switch (type) {
      case DT_FLOAT -> bytes.getFloat();
      case DT_DOUBLE -> bytes.getDouble();
      case DT_BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
      default -> HalfPrecision.value(bytes.getShort());
    };
  }

  private static double listed(TensorProto tensor, int i) {
    return switch (tensor.getDtype()) {
      case DT_FLOAT -> tensor.getFloatVal(i);
      case DT_DOUBLE -> tensor.getDoubleVal(i);
      case DT_BFLOAT16 -> Float.intBitsToFloat(tensor.getHalfVal(i) << 16);
      default -> HalfPrecision.value((short) tensor.getHalfVal(i));
    };
  }

  /**
   * The numbers of an int32 or int64 tensor.
   *
   * @throws IllegalArgumentException if it is of another type, or has more or fewer numbers than
   *     its shape
   */
  public static long[] integers(TensorProto tensor) {
    long count = count(tensor.getTensorShape());
    DataType type = tensor.getDtype();
    if ((type != DataType.DT_INT32 && type != DataType.DT_INT64) || count < 0 || count > 1 << 24) {
      throw new IllegalArgumentException("no integers: %s, %d of them".formatted(type, count));
    }
    long[] values = new long[(int) count];
    ByteBuffer bytes =
        tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean narrow = type == DataType.DT_INT32;
    int listed = narrow ? tensor.getIntValCount() : tensor.getInt64ValCount();
    for (int i = 0; i < values.length; i++) {
      if (bytes.hasRemaining()) {
        values[i] = narrow ? bytes.getInt() : bytes.getLong();
      } else if (listed > 0) {
        int at = Math.min(i, listed - 1);
        values[i] = narrow ? tensor.getIntVal(at) : tensor.getInt64Val(at);
      }
    }
    return values;
  }
}
