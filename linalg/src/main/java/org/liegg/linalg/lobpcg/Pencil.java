package org.liegg.linalg.lobpcg;

import java.util.Optional;
import org.liegg.blas.View;
import org.liegg.linalg.factors.DrawableRows;

/**
 * A symmetric eigenproblem {@code A x = λ B x}, given by what A and B do to vectors: A is EᵀE in
 * some coordinates, B the identity or a metric.
 */
interface Pencil extends AutoCloseable {

  /** Length of a vector. */
  int order();

  /**
   * {@code y_i ← A x_i}.
   *
   * @return {@code x_iᵀ A x_i}, as the square that it is
   */
  double[] image(View x, View y);

  /** Whether B is something else than the identity. */
  default boolean generalised() {
    return false;
  }

  /** {@code y_i ← B x_i}, for a generalised problem. */
  default void metric(View x, View y) {
    throw new UnsupportedOperationException("B is the identity");
  }

  /** The rows of E, where they are kept as factors. */
  default Optional<FactoredRows> rows() {
    return Optional.empty();
  }

  /**
   * Rows of E that are kept as factors, and what they are in the coordinates of a pencil: {@code A
   * = Σ rᵀr}.
   *
   * @param rows in the scale of the pencil
   * @param coordinates of rows
   */
  record FactoredRows(DrawableRows rows, Coordinates coordinates) {}

  /** From rows of E to the coordinates of a pencil. */
  interface Coordinates {

    /**
     * Turns some rows.
     *
     * @param matrices a row of E as {@code J φᵀ} each, {@code d · p} entries; not kept
     * @param rows of length {@link Pencil#order()}
     */
    void of(View matrices, View rows);
  }

  /**
   * Turns residuals into directions that are worth searching, in place.
   *
   * @param residuals {@code A x_i − λ_i B x_i}, a row each
   * @param values λ_i
   */
  default void precondition(double[] residuals, double[] values) {
    // As they are: what Lanczos would do.
  }

  @Override
  void close();
}
