package org.liegg.groups.embed;

import org.liegg.api.Matrix;

/**
 * A known algebra written in the basis of the candidate fields.
 *
 * @param name the reference in the grammar, as it acts on all inputs of the candidates
 * @param dimension its dimension
 * @param coefficients a row a generator: {@code v_r = Σ_a coefficients[r, a] v_a}, {@code dimension
 *     × candidates}
 */
public record EmbeddedReference(String name, int dimension, Matrix coefficients) {

  /**
   * @throws IllegalArgumentException if there is not one row a generator
   */
  public EmbeddedReference {
    if (coefficients.rows() != dimension) {
      throw new IllegalArgumentException(
          "EmbeddedReference: %d rows for %d generators".formatted(coefficients.rows(), dimension));
    }
  }
}
