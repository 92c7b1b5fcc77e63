package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products outside the heap, {@code C = A B} or {@code C = Aᵀ B}, all row-major, where A may
 * be a part of a larger matrix. Safe for use by many threads.
 */
public interface StridedProducts {

  /**
   * Single precision.
   *
   * @param transpose whether A is given as its transpose
   * @param rows rows of C
   * @param columns columns of B and C, which have no gaps between rows
   * @param inner rows of B
   * @param a where A is
   * @param from values of A to skip
   * @param stride from one row of what is given as A to the next
   */
  void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      FloatPointer a,
      long from,
      int stride,
      FloatPointer b,
      FloatPointer c);

  /** As the other, in double precision. */
  void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      DoublePointer a,
      long from,
      int stride,
      DoublePointer b,
      DoublePointer c);
}
