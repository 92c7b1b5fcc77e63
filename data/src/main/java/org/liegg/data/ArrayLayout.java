package org.liegg.data;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the numbers of a binary array lie.
 *
 * @param type of one number
 * @param order of its bytes
 * @param columnMajor Fortran order: the first axis (the samples) runs fastest
 * @param samples length of the first axis, ≥ 1
 * @param sampleShape the other axes
 * @param columns their product, ≥ 1
 * @param offset bytes before the first number
 */
record ArrayLayout(
    ElementType type,
    ByteOrder order,
    boolean columnMajor,
    long samples,
    List<Integer> sampleShape,
    int columns,
    long offset) {

  /** {@link #of} or {@link #ofTargets}. */
  interface Maker {
    /** The layout of what a header says. */
    ArrayLayout make(
        ByteSource source,
        ElementType type,
        ByteOrder order,
        boolean columnMajor,
        long[] shape,
        long offset);
  }

  /** As {@link #of}; a single axis is one number a sample. */
  static ArrayLayout ofTargets(
      ByteSource source,
      ElementType type,
      ByteOrder order,
      boolean columnMajor,
      long[] shape,
      long offset) {
    long[] column = shape.length == 1 ? new long[] {shape[0], 1} : shape;
    return of(source, type, order, columnMajor, column, offset);
  }

  /**
   * The layout of a shape that a header gave, once it is known to make sense and to fit the source.
   *
   * @throws org.liegg.api.DataException if it does not
   */
  static ArrayLayout of(
      ByteSource source,
      ElementType type,
      ByteOrder order,
      boolean columnMajor,
      long[] shape,
      long offset) {
    String subject = source.subject();
    String text = text(shape);
    if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
      throw Faults.shape(subject, "shape " + text + " has a negative size", "export it anew");
    }
    if (shape.length < 2) {
      throw Faults.shape(
          subject,
          "shape %s has no axis of features: it could be samples of one feature or one sample"
              .formatted(text),
          "save it as x.reshape(-1, 1) or x.reshape(1, -1) (and check that it is not the labels)");
    }
    if (shape[0] == 0) {
      throw Faults.empty(subject, "shape " + text + " has no samples");
    }
    long columns = 1;
    long bytes;
    try {
      for (int axis = 1; axis < shape.length; axis++) {
        columns = Math.multiplyExact(columns, shape[axis]);
      }
      bytes =
          Math.addExact(
              offset,
              Math.multiplyExact(Math.multiplyExact(shape[0], columns), (long) type.bytes()));
    } catch (ArithmeticException e) {
      throw Faults.shape(subject, "shape " + text + " is more than can exist", "export it anew");
    }
    if (columns == 0) {
      throw Faults.shape(
          subject, "shape " + text + " has 0 columns", "give samples of at least one feature");
    }
    requireFits(source, bytes);
    if (columns > BatchValues.MOST) {
      throw Faults.shape(
          subject,
          "shape %s has %d columns".formatted(text, columns),
          "give samples of at most %d".formatted(BatchValues.MOST));
    }
    List<Integer> sampleShape = Arrays.stream(shape).skip(1).mapToObj(Math::toIntExact).toList();
    return new ArrayLayout(
        type,
        order,
        columnMajor && columns > 1,
        shape[0],
        sampleShape,
        Math.toIntExact(columns),
        offset);
  }

  private static void requireFits(ByteSource source, long bytes) {
    if (source.size().isPresent()) {
      long found = source.size().getAsLong();
      if (found < bytes) {
        throw Faults.truncated(source.subject(), bytes, found);
      }
      if (found > bytes) {
        throw Faults.corrupt(
            source.subject(), "its header announces %d bytes, found %d".formatted(bytes, found));
      }
    } else if (bytes > source.sizeAtMost()) {
      throw Faults.truncated(
          source.subject(),
          "its header announces %d bytes, and what is compressed there holds at most %d"
              .formatted(bytes, source.sizeAtMost()));
    }
  }

  /** Bytes of one sample. */
  long sampleBytes() {
    return (long) columns * type.bytes();
  }

  /** Bytes up to the end of the last number. */
  long size() {
    return offset + samples * sampleBytes();
  }

  /**
   * Where column {@code column} (of a sample flattened in C order) begins in Fortran order, in
   * bytes from the first number: its samples follow each other from there.
   */
  long columnStart(int column) {
    long position = 0;
    long stride = columns;
    int rest = column;
    // C order: the last axis runs fastest. Fortran order: it has the longest stride.
    for (int axis = sampleShape.size() - 1; axis >= 0; axis--) {
      int size = sampleShape.get(axis);
      stride /= size;
      position += rest % size * stride;
      rest /= size;
    }
    return position * samples * type.bytes();
  }

  private static String text(long[] shape) {
    return Arrays.stream(shape)
        .limit(8)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" × ", "(", shape.length > 8 ? " × …)" : ")"));
  }
}
