package org.liegg.groups.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    if (names.size() != rows.rows() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "%s: %d different names of %d combinations"
              .formatted(spec, names.stream().distinct().count(), rows.rows()));
    }
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
    FieldBasis from = whole.fields();
    FieldBasis.Builder basis = FieldBasis.builder(from.components(), from.features());
    for (int r = 0; r < rows.rows(); r++) {
      Map<Long, Double> entries = new TreeMap<>();
      for (int a = 0; a < from.fields(); a++) {
        double c = rows.get(r, a);
        for (int e = from.offsets()[a]; c != 0 && e < from.offsets()[a + 1]; e++) {
          long key = (long) from.component()[e] * from.features() + from.feature()[e];
          entries.merge(key, c * from.values()[e], Double::sum);
        }
      }
      entries.forEach(
          (key, value) ->
              basis.entry((int) (key / from.features()), (int) (key % from.features()), value));
      basis.endField();
    }
    return basis.build();
  }

  /** The action whose fields are combined. */
  public GroupAction whole() {
    return whole;
  }

  /** Coefficients of the combinations as coefficients of the fields. */
  public double[] combined(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    double[] sum = new double[rows.columns()];
    for (int r = 0; r < rows.rows(); r++) {
      for (int a = 0; a < sum.length; a++) {
        sum[a] += coefficients[r] * rows.get(r, a);
      }
    }
    return sum;
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
