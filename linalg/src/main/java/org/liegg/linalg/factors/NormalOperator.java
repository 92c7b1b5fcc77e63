package org.liegg.linalg.factors;

import java.util.Optional;
import org.liegg.blas.View;

/** EᵀE as something that is applied to vectors and never formed. */
public interface NormalOperator extends AutoCloseable {
  /** Vectors that go through the samples together, where nothing else is said. */
  int TOGETHER = 8;

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

  /** The rows in the scale of this operator, where they are kept as factors. */
  default Optional<DrawableRows> rows() {
    return Optional.empty();
  }

  /** How many vectors are best given at a time. */
  default int together() {
    return TOGETHER;
  }

  @Override
  void close();
}
