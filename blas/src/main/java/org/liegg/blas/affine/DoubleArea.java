package org.liegg.blas.affine;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;

/** Memory outside the heap that grows to the largest product. */
final class DoubleArea {
  private DoublePointer pointer = new DoublePointer();
  private DoubleBuffer values = DoubleBuffer.allocate(0);

  /** Makes room; what was there may be lost. */
  void reserve(long count) {
    if (pointer.capacity() < count) {
      pointer.close();
      pointer = new DoublePointer(count);
      values = pointer.asBuffer();
    }
  }

  /** Where it begins. */
  DoublePointer pointer() {
    return pointer;
  }

  /** Copies values in, to position {@code at} on. */
  void put(int at, double[] source, int from, int count) {
    values.put(at, source, from, count);
  }

  /** Copies values out, from position {@code at} on. */
  void get(int at, double[] target, int from, int count) {
    values.get(at, target, from, count);
  }
}
