package org.liegg.groups.basic;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/**
 * Polynomial fields of degree 2 that are closed under brackets, as those of projective and of
 * conformal maps: each has a matrix in a representation on more coordinates than there are inputs.
 */
final class QuadraticAction extends SpecAction implements FeatureMap.Mapped {
  private final Monomials monomials;
  private final List<String> names;
  private final List<Matrix> matrices;

  QuadraticAction(QuadraticFields fields) {
    super(fields.spec(), fields.basis());
    this.monomials = fields.monomials();
    this.names = fields.names();
    this.matrices = fields.matrices();
  }

  @Override
  public Batch features(Batch batch) {
    return monomials.of(Fit.requireColumns(this, batch));
  }

  /** None: the fields are not affine, and their flows are integrated. */
  @Override
  public Optional<FeatureMap> featureMap() {
    return Optional.empty();
  }

  @Override
  public Optional<Monomials> monomials() {
    return Optional.of(monomials);
  }

  @Override
  public String fieldName(int a) {
    return names.get(Fit.requireField(this, a));
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
