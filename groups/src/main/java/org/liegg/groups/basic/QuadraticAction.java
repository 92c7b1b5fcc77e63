package org.liegg.groups.basic;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.MonomialAction;

/**
 * Polynomial fields of degree 2 that are closed under brackets, as those of projective and of
 * conformal maps: each has a matrix in a representation on more coordinates than there are inputs.
 */
final class QuadraticAction extends MonomialAction {
  private final List<Matrix> matrices;

  QuadraticAction(QuadraticFields fields) {
    super(fields.spec(), fields.monomials(), fields.basis(), fields.names());
    this.matrices = fields.matrices();
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    int order = matrices.get(0).rows();
    double[] sum = new double[order * order];
    for (int a = 0; a < coefficients.length; a++) {
      double[] one = matrices.get(a).values();
      for (int k = 0; k < sum.length; k++) {
        sum[k] += coefficients[a] * one[k];
      }
    }
    return Optional.of(new Matrix(order, order, sum));
  }
}
