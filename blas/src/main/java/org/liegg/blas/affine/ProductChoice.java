package org.liegg.blas.affine;

import java.util.function.Function;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.StridedProducts;

/**
 * Chooses who computes a session's products: Java until the session has asked for as many
 * operations as loading a library takes time, the library from then on. So small jobs never wait
 * for it, and large ones lose about one load. The count is the session's own: what it computes does
 * not depend on what else ran in the process.
 *
 * @param <P> the products in one of the two arithmetics
 */
public final class ProductChoice<P> {
  /** Rows are short: in Java, their products take so many times as long as those of arrays. */
  private static final double ROWS = 5;

  private final NativeBlas natives;
  private final double factor;
  private final Function<StridedProducts, P> wrapper;
  private P current;
  private boolean decided;
  private double operations;

  /**
   * A choice of nothing so far.
   *
   * @param factor what an operation counts
   * @param java the products in Java
   * @param wrapper makes the products by a library
   */
  ProductChoice(NativeBlas natives, double factor, P java, Function<StridedProducts, P> wrapper) {
    this.natives = natives;
    this.factor = factor;
    this.current = java;
    this.wrapper = wrapper;
  }

  /** Products in single precision, with weights that are packed for the library when needed. */
  public static ProductChoice<FloatProducts> floats(
      NativeBlas natives, FloatWeights weights, PackedFloats packed) {
    return new ProductChoice<>(
        natives,
        1,
        new JavaFloatProducts(weights),
        library -> new NativeFloatProducts(library, weights, packed));
  }

  /** Products in double precision, with weights that are packed for the library when needed. */
  public static ProductChoice<DoubleProducts> doubles(
      NativeBlas natives, DoubleWeights weights, PackedDoubles packed) {
    return new ProductChoice<>(
        natives,
        1,
        new JavaDoubleProducts(weights),
        library -> new NativeDoubleProducts(library, weights, packed));
  }

  /** Products of rows in single precision. */
  public static ProductChoice<FloatRowProducts> rowFloats(NativeBlas natives) {
    return new ProductChoice<>(
        natives, ROWS, new JavaFloatRowProducts(), library -> new NativeFloatRowProducts(library));
  }

  /** Products of rows in double precision. */
  public static ProductChoice<DoubleRowProducts> rowDoubles(NativeBlas natives) {
    return new ProductChoice<>(
        natives,
        ROWS,
        new JavaDoubleRowProducts(),
        library -> new NativeDoubleRowProducts(library));
  }

  /** The products for so many operations, which are counted from now on. */
  public P forWork(double more) {
    operations += factor * more;
    if (!decided && operations >= natives.worth().session()) {
      decided = true;
      current = natives.products().map(wrapper).orElse(current);
    }
    return current;
  }
}
