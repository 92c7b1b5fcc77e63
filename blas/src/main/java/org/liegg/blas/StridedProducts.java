package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products outside the heap, {@code C = A B} or {@code C = Aᵀ B}, all row-major. Safe for
 * use by many threads.
 */
public interface StridedProducts {

  /**
   * Single precision.
   *
   * @param a where the matrix is that A is a part of
   */
  void multiply(StridedShape shape, FloatPointer a, FloatPointer b, FloatPointer c);

  /** As the other, in double precision. */
  void multiply(StridedShape shape, DoublePointer a, DoublePointer b, DoublePointer c);
}
