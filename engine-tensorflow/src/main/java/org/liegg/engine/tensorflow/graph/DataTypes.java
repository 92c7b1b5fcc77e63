package org.liegg.engine.tensorflow.graph;

import java.util.Optional;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** Sizes and kinds of the numbers in tensors. */
public final class DataTypes {

  private DataTypes() {}

  /** Whether numbers of this type have derivatives. */
  public static boolean isFloating(DataType type) {
    return switch (type) {
      case DT_FLOAT, DT_DOUBLE, DT_HALF, DT_BFLOAT16 -> true;
      default -> false;
    };
  }

  /** Whether samples can be rounded to this type. */
  public static boolean isInteger(DataType type) {
    return switch (type) {
      case DT_INT64, DT_INT32, DT_UINT8, DT_UINT16, DT_BOOL -> true;
      default -> false;
    };
  }

  /** Bytes of one number; -1 for what has no fixed size. */
  public static int bytes(DataType type) {
    return switch (type) {
      case DT_DOUBLE, DT_INT64, DT_UINT64, DT_COMPLEX64 -> 8;
      case DT_FLOAT, DT_INT32, DT_UINT32 -> 4;
      case DT_HALF, DT_BFLOAT16, DT_INT16, DT_UINT16 -> 2;
      case DT_BOOL, DT_INT8, DT_UINT8 -> 1;
      case DT_COMPLEX128 -> 16;
      default -> -1;
    };
  }

  /** a·b, or -1 where either is negative or the product is no long. */
  public static long product(long a, long b) {
    return a < 0 || b < 0 || (b != 0 && a > Long.MAX_VALUE / b) ? -1 : a * b;
  }

  /** How TensorFlow for Java calls tensors of this type; none for what is no number. */
  public static Optional<Class<? extends TType>> tensors(DataType type) {
    return Optional.ofNullable(
        switch (type) {
          case DT_DOUBLE -> TFloat64.class;
          case DT_FLOAT -> TFloat32.class;
          case DT_HALF -> TFloat16.class;
          case DT_BFLOAT16 -> TBfloat16.class;
          case DT_INT64 -> TInt64.class;
          case DT_INT32 -> TInt32.class;
          case DT_UINT16 -> TUint16.class;
          case DT_UINT8 -> TUint8.class;
          case DT_BOOL -> TBool.class;
          default -> null;
        });
  }
}
