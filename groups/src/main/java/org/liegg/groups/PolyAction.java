package org.liegg.groups;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;

/**
 * Every polynomial vector field up to a degree: fields x^α e_i, monomials by degree, then
 * lexicographically, for every component. Such fields are no algebra of finite dimension beyond
 * degree 1, so there is no matrix; what is found among them may be one.
 */
final class PolyAction implements GroupAction {
  private final String spec;
  private final Monomials monomials;
  private final FieldBasis fields;

  PolyAction(int n, int degree) {
    this.spec = "poly(%d,%d)".formatted(n, degree);
    BasicActions.requireAtLeast("poly(n,degree)", spec, "n", n, 1);
    BasicActions.requireAtLeast("poly(n,degree)", spec, "degree", degree, 0);
    double size = 1;
    for (int k = 1; k <= n; k++) {
      size = size * (degree + k) / k;
    }
    ActionLimits.size(spec, "field entries", (long) Math.min(1e18, size * n * n));
    this.monomials = Monomials.upTo(n, degree);
    int features = monomials.count();
    FieldAssembler basis = new FieldAssembler(n * features, n * features, n, features);
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < features; p++) {
        basis.entry(i, p, 1).endField();
      }
    }
    this.fields = basis.build();
  }

  @Override
  public String spec() {
    return spec;
  }

  @Override
  public int inputSize() {
    return fields.components();
  }

  @Override
  public FieldBasis fields() {
    return fields;
  }

  @Override
  public Batch features(Batch batch) {
    return monomials.of(Fit.requireColumns(this, batch));
  }

  @Override
  public Optional<Monomials> monomials() {
    return Optional.of(monomials);
  }

  @Override
  public String fieldName(int a) {
    int features = monomials.count();
    int p = Fit.requireField(this, a) % features;
    return "%s·e[%d]".formatted(monomials.name(p), a / features + 1);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolyAction action && action.spec.equals(spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec;
  }
}
