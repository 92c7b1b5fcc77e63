package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/** The products on OpenBLAS: sgemm and dgemm. */
final class OpenBlasProducts implements StridedProducts {

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
    BlasThreads.run(
        () ->
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
                columns));
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
    BlasThreads.run(
        () ->
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
                columns));
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
