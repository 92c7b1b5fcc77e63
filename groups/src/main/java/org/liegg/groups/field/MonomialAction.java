package org.liegg.groups.local;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/** Fields over monomials of the inputs, of which some have a degree above 1: no matrix. */
final class MonomialAction extends SpecAction {
  private final Monomials monomials;
  private final List<String> names;

  /**
   * @param spec canonical
   * @param monomials the features
   * @param fields over them
   * @param names of the fields
   */
  MonomialAction(String spec, Monomials monomials, FieldBasis fields, List<String> names) {
    super(spec, fields);
    this.monomials = monomials;
    this.names = List.copyOf(names);
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
    return names.get(Fit.requireField(this, a));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return Optional.empty();
  }
}
