package org.liegg.blas.affine;

import org.liegg.blas.StridedProducts;
import org.liegg.blas.StridedShape;

/**
 * The products by a native library, on copies outside the heap: handing arrays over would copy the
 * matrix too.
 */
final class NativeFloatRowProducts implements FloatRowProducts {
  private final StridedProducts library;
  private final FloatArea left = new FloatArea();
  private final FloatArea product = new FloatArea();

  NativeFloatRowProducts(StridedProducts library) {
    this.library = library;
  }

  @Override
  public void multiply(float[] a, int aFrom, int rows, FloatMatrix b, float[] c, int cFrom) {
    int inner = b.inner();
    int columns = b.columns();
    left.reserve((long) rows * inner);
    product.reserve((long) rows * columns);
    left.put(0, a, aFrom, rows * inner);
    StridedShape shape = new StridedShape(false, rows, columns, inner, 0, inner);
    library.multiply(shape, left.pointer(), b.packed(), product.pointer());
    product.get(0, c, cFrom, rows * columns);
  }
}
