package org.liegg.groups.basic;

import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/**
 * Every polynomial vector field up to a degree: fields x^α e_i, monomials by degree, then
 * lexicographically, for every component. Such fields are no algebra of finite dimension beyond
 * degree 1, so there is no matrix; what is found among them may be one.
 */
public final class PolyAction extends SpecAction implements FeatureMap.Mapped {
  /** Higher powers than this tell no samples apart in double precision. */
  private static final int MAX_DEGREE = 100;

  private final Monomials monomials;

  public PolyAction(int n, int degree) {
    this(checked(n, degree), Monomials.upTo(n, degree));
  }

  private PolyAction(String spec, Monomials monomials) {
    super(spec, fields(monomials));
    this.monomials = monomials;
  }

  /** The spec of what is neither too small nor too large. */
  private static String checked(int n, int degree) {
    String spec = "poly(%d,%d)".formatted(n, degree);
    BasicActions.requireAtLeast("poly(n,degree)", spec, "n", n, 1);
    BasicActions.requireAtLeast("poly(n,degree)", spec, "degree", degree, 0);
    // Every monomial keeps an exponent for every input.
    long all = ActionLimits.times(ActionLimits.choose(n, degree), n);
    ActionLimits.entries(spec, all, all);
    if (degree > MAX_DEGREE) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "degree is %d".formatted(degree),
          "poly(n,degree) takes a degree of at most " + MAX_DEGREE);
    }
    return spec;
  }

  private static FieldBasis fields(Monomials monomials) {
    int n = monomials.variables();
    int features = monomials.count();
    FieldAssembler basis = new FieldAssembler(n * features, n * features, n, features);
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < features; p++) {
        basis.entry(i, p, 1).endField();
      }
    }
    return basis.build();
  }

  @Override
  public Batch features(Batch batch) {
    return monomials.of(Fit.requireColumns(this, batch));
  }

  /** None: the constant comes first, and flows are integrated whatever the degree. */
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
    int features = monomials.count();
    int p = Fit.requireField(this, a) % features;
    return "%s·e[%d]".formatted(monomials.name(p), a / features + 1);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return Optional.empty();
  }
}
