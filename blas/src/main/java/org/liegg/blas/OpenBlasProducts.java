package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/** The products on OpenBLAS: sgemm and dgemm. */
final class OpenBlasProducts implements StridedProducts {

  @Override
  public void multiply(StridedShape shape, FloatPointer a, FloatPointer b, FloatPointer c) {
    BlasThreads.run(
        () ->
            openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                transposition(shape),
                openblas.CblasNoTrans,
                shape.rows(),
                shape.columns(),
                shape.inner(),
                1,
                new Floats(a, shape.from()),
                shape.stride(),
                b,
                shape.columns(),
                0,
                c,
                shape.columns()));
  }

  @Override
  public void multiply(StridedShape shape, DoublePointer a, DoublePointer b, DoublePointer c) {
    BlasThreads.run(
        () ->
            openblas.cblas_dgemm(
                openblas.CblasRowMajor,
                transposition(shape),
                openblas.CblasNoTrans,
                shape.rows(),
                shape.columns(),
                shape.inner(),
                1,
                new Doubles(a, shape.from()),
                shape.stride(),
                b,
                shape.columns(),
                0,
                c,
                shape.columns()));
  }

  private static int transposition(StridedShape shape) {
    return shape.transpose() ? openblas.CblasTrans : openblas.CblasNoTrans;
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
