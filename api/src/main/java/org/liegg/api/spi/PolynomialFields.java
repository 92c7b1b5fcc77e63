package org.liegg.api.spi;

import java.util.Arrays;
import org.liegg.api.FieldBasis;
import org.liegg.api.Monomials;

/**
 * Fields with polynomial coefficients on a space where their Lie brackets are those of an action's.
 * Mostly that is the space of the inputs. A prolonged field of a differential equation has its
 * brackets on the space of independent variables and unknown functions already.
 *
 * @param fields the same fields in the same order; a component a variable
 * @param monomials their features
 * @param unknowns which variables are unknown functions of the others, in ascending order; none
 *     where there is no such distinction
 */
public record PolynomialFields(FieldBasis fields, Monomials monomials, int[] unknowns) {

  /** Fields on a space of which no variable is a function of the others. */
  public PolynomialFields(FieldBasis fields, Monomials monomials) {
    this(fields, monomials, new int[0]);
  }

  /**
   * @throws IllegalArgumentException if the three do not fit together
   */
  public PolynomialFields {
    unknowns = unknowns.clone();
    int variables = monomials.variables();
    if (fields.features() != monomials.count() || fields.components() != variables) {
      throw new IllegalArgumentException(
          "PolynomialFields: %d features and %d components, %d monomials in %d variables"
              .formatted(fields.features(), fields.components(), monomials.count(), variables));
    }
    if (Arrays.stream(unknowns).anyMatch(u -> u < 0 || u >= variables)) {
      throw new IllegalArgumentException(
          "PolynomialFields: unknowns %s of %d variables"
              .formatted(Arrays.toString(unknowns), variables));
    }
  }
}
