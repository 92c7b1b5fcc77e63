package org.liegg.blas;

/** Numbers where a kernel works on them: on the heap, or outside it. All zero at first. */
public interface Store extends AutoCloseable {

  /** Copies {@code count} numbers into the store, to position {@code at} on. */
  void put(long at, double[] values, int from, int count);

  /** Copies {@code count} numbers out of the store, from position {@code at} on. */
  void get(long at, double[] values, int from, int count);

  /** The stretch from a position on as a row-major matrix. */
  default View view(long from, int rows, int columns) {
    return new View(this, from, rows, columns, columns);
  }

  /** Gives the memory back; more than once does no harm. */
  @Override
  void close();
}
