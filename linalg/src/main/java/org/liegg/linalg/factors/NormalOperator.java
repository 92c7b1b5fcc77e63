package org.liegg.linalg.factors;

import java.util.Optional;
import org.liegg.blas.View;

/** EᵀE as something that is applied to vectors and never formed. */
public interface NormalOperator extends AutoCloseable {

  /** Length of a vector. */
  int width();

  /**
   * {@code y_i ← EᵀE x_i · 2^-exponent}.
   *
   * @param x a row a vector, without gaps
   * @param y of the shape of x, another place
   * @return {@code ‖E x_i‖² · 2^-exponent}
   */
  double[] apply(View x, View y);

  /** The power of two by which EᵀE is scaled down. */
  int exponent();

  /** The rows' factors in the scale of this operator, where it has them. */
  default Optional<FactorStore> factors() {
    return Optional.empty();
  }

  @Override
  void close();
}
