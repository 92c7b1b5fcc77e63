package org.liegg.api;

/**
 * Directions in the space of inputs along which the model does not change, wherever it was seen:
 * the gradients of the inputs cancel there, or are too small to matter. {@code uᵀCu ≤ τ uᵀDu}, with
 * {@code C = E[JᵀJ]} and D its diagonal and a small share of what an average input changes.
 *
 * @param directions u, a row each, of unit Euclidean norm, {@code count × inputs}, smallest share
 *     first; those of the largest shares where they are many
 * @param shares {@code uᵀCu / uᵀDu} of each
 * @param count how many there are
 * @param floor what D has beside the diagonal of C, {@code uᵀDu − Σ C_ii u_i²} for every pair of
 *     the directions
 */
public record InsensitiveDirections(Matrix directions, double[] shares, int count, Matrix floor) {

  /**
   * @throws IllegalArgumentException if there is not one share for every direction, or there are
   *     more directions than counted
   */
  public InsensitiveDirections {
    Shapes.requireLength("InsensitiveDirections", shares, directions.rows());
    if (directions.rows() > count) {
      throw new IllegalArgumentException(
          "InsensitiveDirections: %d directions of %d".formatted(directions.rows(), count));
    }
  }

  /** None. */
  public static InsensitiveDirections none() {
    return new InsensitiveDirections(
        new Matrix(0, 0, new double[0]), new double[0], 0, new Matrix(0, 0, new double[0]));
  }
}
