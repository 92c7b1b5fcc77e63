package org.liegg.groups.compose;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/** Combinations of the fields of an action on inputs alone, each as a field of its own. */
public final class SpanAction extends SpecAction implements FeatureMap.Mapped {
  private final GroupAction whole;
  private final List<String> names;
  private final Matrix rows;

  /**
   * @param names of the combinations
   * @param rows coefficients of the fields, a row a combination
   * @throws IllegalArgumentException if these do not fit, or the action acts on outputs
   */
  public SpanAction(String spec, GroupAction whole, List<String> names, Matrix rows) {
    super(spec, fields(whole, rows));
    Spans.requireNames(spec, names, rows);
    this.whole = whole;
    this.names = List.copyOf(names);
    this.rows = rows;
  }

  private static FieldBasis fields(GroupAction whole, Matrix rows) {
    if (whole.equivariant() || rows.columns() != whole.dimension()) {
      throw new IllegalArgumentException(
          "combinations of %d fields of '%s', which has %d on inputs alone"
              .formatted(
                  rows.columns(), whole.spec(), whole.equivariant() ? 0 : whole.dimension()));
    }
    return Spans.of(whole.fields(), rows);
  }

  /** The action whose fields are combined. */
  public GroupAction whole() {
    return whole;
  }

  /** Coefficients of the combinations as coefficients of the fields. */
  public double[] combined(double[] coefficients) {
    return Spans.combined(rows, Fit.requireCoefficients(this, coefficients));
  }

  @Override
  public Batch features(Batch batch) {
    return whole.features(batch);
  }

  @Override
  public Optional<FeatureMap> featureMap() {
    return FeatureMap.of(whole);
  }

  @Override
  public Optional<Monomials> monomials() {
    return whole.monomials();
  }

  @Override
  public String fieldName(int a) {
    return names.get(Fit.requireField(this, a));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return whole.matrix(combined(coefficients));
  }
}
