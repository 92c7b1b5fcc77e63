package org.liegg.engine.dl4j.graph;

import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.graph.DType;
import org.nd4j.graph.FlatArray;

/** Bounds the arrays of a SameDiff file: ND4J takes their shapes and strides as they are. */
final class FlatArrays {
  private static final int MAX_RANK = 16;

  /** Rank, extras, element stride and order; shape and strides stand between the first two. */
  private static final int PLAIN = 4;

  private FlatArrays() {}

  /**
   * Checks an array.
   *
   * @param owner the variable or operation that has it, for messages
   * @throws org.liegg.api.ModelException if its shape is none, or does not fit its bytes
   */
  static void check(FlatArray array, String owner, ModelFaults faults) {
    String where = "the array of '%s'".formatted(Text.printable(owner));
    long rank = array.shapeLength() == 0 ? -1 : array.shape(0);
    if (rank < 0 || rank > MAX_RANK || array.shapeLength() != PLAIN + 2 * rank) {
      throw faults.corrupt("%s has rank %d".formatted(where, rank));
    }
    long elements = 1;
    for (int i = 1; i <= rank; i++) {
      long size = array.shape(i);
      if (size < 1 || size > Integer.MAX_VALUE || elements * size > Integer.MAX_VALUE) {
        throw faults.corrupt("%s has an axis of length %d".formatted(where, size));
      }
      elements *= size;
    }
    long width = width(array.dtype(), where, faults);
    if (array.bufferLength() != elements * width) {
      throw faults.corrupt(
          "%s has %d bytes, %d elements take %d"
              .formatted(where, array.bufferLength(), elements, elements * width));
    }
    if (!isDense(array, (int) rank)) {
      throw faults.corrupt(where + " has strides that leave its bytes");
    }
  }

  private static long width(byte type, String where, ModelFaults faults) {
    return switch (type) {
      case DType.BOOL, DType.INT8, DType.UINT8 -> 1;
      case DType.HALF, DType.BFLOAT16, DType.INT16, DType.UINT16 -> 2;
      case DType.FLOAT, DType.INT32, DType.UINT32 -> 4;
      case DType.DOUBLE, DType.INT64, DType.UINT64 -> 8;
      default ->
          throw faults.unsupported(
              "%s is of type %d".formatted(where, type), "convert it to FLOAT or DOUBLE");
    };
  }

  /** Whether elements follow each other, the last axis first or the first axis first. */
  private static boolean isDense(FlatArray array, int rank) {
    boolean lastFirst = true;
    boolean firstFirst = true;
    long below = 1;
    long above = 1;
    for (int i = 0; i < rank; i++) {
      int last = rank - i;
      lastFirst &= array.shape(last) == 1 || array.shape(rank + last) == below;
      below *= array.shape(last);
      firstFirst &= array.shape(i + 1) == 1 || array.shape(rank + i + 1) == above;
      above *= array.shape(i + 1);
    }
    long order = array.shape(array.shapeLength() - 1);
    return (order == 'c' && lastFirst) || (order == 'f' && firstFirst);
  }
}
