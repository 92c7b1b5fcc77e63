package org.liegg.data.hdf5;

import java.lang.reflect.Array;

/** Nested arrays of numbers made one row of doubles. */
final class Flattening {
  private final double[] to;
  private int count;

  Flattening(double[] to) {
    this.to = to;
  }

  /** Appends what an array holds, in C order. */
  void add(Object values) {
    if (values instanceof double[] numbers) {
      System.arraycopy(numbers, 0, to, count, numbers.length);
      count += numbers.length;
    } else if (values instanceof float[] numbers) {
      for (float number : numbers) {
        to[count++] = number;
      }
    } else if (values instanceof Number number) {
      to[count++] = number.doubleValue();
    } else if (values.getClass().isArray()) {
      int length = Array.getLength(values);
      for (int i = 0; i < length; i++) {
        // Elements of primitive arrays come in their boxes.
        add(Array.get(values, i));
      }
    } else {
      throw new IllegalStateException("values of " + values.getClass().getSimpleName());
    }
  }

  /** How many have been added. */
  int count() {
    return count;
  }
}
