package org.liegg.data;

import java.nio.ByteOrder;
import java.util.List;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;
import org.liegg.data.support.SampleShape;

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
    ArrayLayout make(ByteSource source, StoredNumbers header);
  }

  /** As {@link #of}; a single axis is one number a sample. */
  static ArrayLayout ofTargets(ByteSource source, StoredNumbers header) {
    return of(source, header, SampleShape.ofTargets(header.shape()));
  }

  /**
   * The layout of a shape that a header gave, once it is known to make sense and to fit the source.
   *
   * @throws org.liegg.api.DataException if it does not
   */
  static ArrayLayout of(ByteSource source, StoredNumbers header) {
    return of(source, header, header.shape());
  }

  private static ArrayLayout of(ByteSource source, StoredNumbers header, long[] shape) {
    SampleShape samples = SampleShape.of(source.subject(), shape, header.type().bytes());
    long bytes;
    try {
      bytes = Math.addExact(header.offset(), samples.bytes());
    } catch (ArithmeticException e) {
      throw samples.tooLarge(source.subject());
    }
    requireFits(source, bytes);
    int columns = samples.columns(source.subject());
    return new ArrayLayout(
        header.type(),
        header.order(),
        header.columnMajor() && columns > 1,
        shape[0],
        samples.axes(source.subject()),
        columns,
        header.offset());
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
}
