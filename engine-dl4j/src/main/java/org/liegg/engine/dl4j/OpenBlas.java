package org.liegg.engine.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/**
 * OpenBLAS. Making one loads the library.
 *
 * <p>How many threads it uses is a setting of the whole process, which others change as well, the
 * decompositions among them. The rule is that everybody sets what they need just before they call,
 * and nobody counts on finding it. A session is one thread, so here it is one; where somebody else
 * changes it at the same moment, that costs speed and nothing else.
 */
final class OpenBlas implements Blas {

  /**
   * @throws LinkageError if there is no library for this machine
   */
  OpenBlas() {
    onOneThread();
  }

  @Override
  public String description() {
    return openblas.OPENBLAS_VERSION.strip();
  }

  @Override
  public void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      FloatPointer a,
      long from,
      int stride,
      FloatPointer b,
      FloatPointer c) {
    onOneThread();
    openblas.cblas_sgemm(
        openblas.CblasRowMajor,
        transpose ? openblas.CblasTrans : openblas.CblasNoTrans,
        openblas.CblasNoTrans,
        rows,
        columns,
        inner,
        1,
        new Floats(a, from),
        stride,
        b,
        columns,
        0,
        c,
        columns);
  }

  @Override
  public void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      DoublePointer a,
      long from,
      int stride,
      DoublePointer b,
      DoublePointer c) {
    onOneThread();
    openblas.cblas_dgemm(
        openblas.CblasRowMajor,
        transpose ? openblas.CblasTrans : openblas.CblasNoTrans,
        openblas.CblasNoTrans,
        rows,
        columns,
        inner,
        1,
        new Doubles(a, from),
        stride,
        b,
        columns,
        0,
        c,
        columns);
  }

  private static void onOneThread() {
    if (openblas.blas_get_num_threads() != 1) {
      openblas.blas_set_num_threads(1);
    }
  }

  // JavaCPP's own way to point into an array registers every pointer for release. These own
  // nothing.

  private static final class Floats extends FloatPointer {
    Floats(FloatPointer start, long index) {
      super((Pointer) null);
      address = start.address() + index * Float.BYTES;
    }
  }

  private static final class Doubles extends DoublePointer {
    Doubles(DoublePointer start, long index) {
      super((Pointer) null);
      address = start.address() + index * Double.BYTES;
    }
  }
}
