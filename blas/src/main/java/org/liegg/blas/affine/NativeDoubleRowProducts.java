package org.liegg.blas.affine;

import org.liegg.blas.StridedProducts;

/**
 * The products by a native library, on copies outside the heap: handing arrays over would copy the
 * matrix too.
 */
final class NativeDoubleRowProducts implements DoubleRowProducts {
  private final StridedProducts library;
  private final DoubleArea left = new DoubleArea();
  private final DoubleArea product = new DoubleArea();

  NativeDoubleRowProducts(StridedProducts library) {
    this.library = library;
  }

  @Override
  public void multiply(double[] a, int aFrom, int rows, DoubleMatrix b, double[] c, int cFrom) {
    int inner = b.inner();
    int columns = b.columns();
    left.reserve((long) rows * inner);
    product.reserve((long) rows * columns);
    left.put(0, a, aFrom, rows * inner);
    library.multiply(
        false, rows, columns, inner, left.pointer(), 0, inner, b.packed(), product.pointer());
    product.get(0, c, cFrom, rows * columns);
  }
}
