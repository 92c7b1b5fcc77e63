package org.liegg.linalg.blas;

/** Native libraries as tests want them. */
public final class Natives {

  private Natives() {}

  /** None. */
  public static NativeBlas off() {
    return new NativeBlas(false, 0, OpenBlasKernel::new);
  }

  /** OpenBLAS from the first operation on. */
  public static NativeBlas always() {
    return new NativeBlas(true, 0, OpenBlasKernel::new);
  }

  /** OpenBLAS after so many operations. */
  public static NativeBlas after(double operations) {
    return new NativeBlas(true, operations, OpenBlasKernel::new);
  }
}
