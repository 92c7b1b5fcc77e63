package org.liegg.engine.dl4j;

import java.util.function.Function;

/**
 * Chooses who computes a session's products: Java until the session has asked for as many
 * operations as loading a library takes time, the library from then on. So small jobs never wait
 * for it, and large ones lose about one load. The count is the session's own: what it computes does
 * not depend on what else ran in the process.
 *
 * @param <P> the products in one of the two arithmetics
 */
final class ProductChoice<P> {
  private final BlasLoader loader;
  private final Function<Blas, P> wrapper;
  private P current;
  private boolean decided;
  private double operations;

  /**
   * @param java the products in Java
   * @param wrapper makes the products by a library
   */
  ProductChoice(BlasLoader loader, P java, Function<Blas, P> wrapper) {
    this.loader = loader;
    this.current = java;
    this.wrapper = wrapper;
  }

  /** The products for so many operations, which count from now on. */
  P forWork(double more) {
    operations += more;
    if (!decided && operations >= loader.paysFrom()) {
      decided = true;
      current = loader.blas().map(wrapper).orElse(current);
    }
    return current;
  }
}
