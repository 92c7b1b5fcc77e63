package org.liegg.groups.field;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;

/**
 * Fields over monomials of the inputs, of which some have a degree above 1: no matrix, unless a
 * subclass has one.
 */
public class MonomialAction extends SpecAction {
  private final Monomials monomials;
  private final List<String> names;

  /**
   * @param spec canonical
   * @param monomials the features
   * @param fields over them
   * @param names of the fields
   */
  public MonomialAction(String spec, Monomials monomials, FieldBasis fields, List<String> names) {
    super(spec, fields);
    this.monomials = monomials;
    this.names = List.copyOf(names);
  }

  @Override
  public final Batch features(Batch batch) {
    return monomials.of(Fit.requireColumns(this, batch));
  }

  @Override
  public final Optional<Monomials> monomials() {
    return Optional.of(monomials);
  }

  @Override
  public final String fieldName(int a) {
    return names.get(Fit.requireField(this, a));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return Optional.empty();
  }
}
