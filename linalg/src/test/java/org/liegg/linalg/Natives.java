package org.liegg.linalg;

/** Native libraries as tests want them. */
final class Natives {

  private Natives() {}

  /** None. */
  static NativeBlas off() {
    return new NativeBlas(false, 0, OpenBlasKernel::new);
  }

  /** OpenBLAS from the first operation on. */
  static NativeBlas always() {
    return new NativeBlas(true, 0, OpenBlasKernel::new);
  }

  /** OpenBLAS after so many operations. */
  static NativeBlas after(double operations) {
    return new NativeBlas(true, operations, OpenBlasKernel::new);
  }
}
