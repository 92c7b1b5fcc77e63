package org.liegg.blas.affine;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Memory outside the heap that grows to the largest product. */
final class FloatArea {
  private FloatPointer pointer = new FloatPointer();
  private FloatBuffer values = FloatBuffer.allocate(0);

  /** Makes room; what was there may be lost. */
  void reserve(long count) {
    if (pointer.capacity() < count) {
      pointer.close();
      pointer = new FloatPointer(count);
      values = pointer.asBuffer();
    }
  }

  /** Where it begins. */
  FloatPointer pointer() {
    return pointer;
  }

  /** Copies values in, to position {@code at} on. */
  void put(int at, float[] source, int from, int count) {
    values.put(at, source, from, count);
  }

  /** Copies values out, from position {@code at} on. */
  void get(int at, float[] target, int from, int count) {
    values.get(at, target, from, count);
  }
}
