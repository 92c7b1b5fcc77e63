package org.liegg.groups.compose;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.groups.field.Fit;

/**
 * Combinations of the fields of an action on inputs and outputs, each as a field of its own. As its
 * whole, it has fields once it is {@linkplain #boundTo bound}.
 */
public final class PairedSpan implements GroupAction {
  private final String spec;
  private final GroupAction whole;
  private final List<String> names;
  private final Matrix rows;
  private final Optional<FieldBasis> fields;

  /**
   * @param names of the combinations
   * @param rows coefficients of the fields, a row a combination
   * @throws IllegalArgumentException if these do not fit, or the action acts on inputs alone
   */
  public PairedSpan(String spec, GroupAction whole, List<String> names, Matrix rows) {
    Spans.requireNames(spec, names, rows);
    if (!whole.equivariant() || rows.columns() != whole.dimension()) {
      throw new IllegalArgumentException(
          "combinations of %d fields of '%s', which has %d"
              .formatted(rows.columns(), whole.spec(), whole.dimension()));
    }
    this.spec = spec;
    this.whole = whole;
    this.names = List.copyOf(names);
    this.rows = rows;
    boolean bound = !(whole instanceof EquivarianceAction pairs) || pairs.output().isPresent();
    this.fields = bound ? Optional.of(Spans.of(whole.fields(), rows)) : Optional.empty();
  }

  /** The action whose fields are combined. */
  public GroupAction whole() {
    return whole;
  }

  /** Coefficients of the fields, a row a combination. */
  public Matrix rows() {
    return rows;
  }

  /** Coefficients of the combinations as coefficients of the fields. */
  public double[] combined(double[] coefficients) {
    return Spans.combined(rows, Fit.requireCoefficients(this, coefficients));
  }

  @Override
  public String spec() {
    return spec;
  }

  @Override
  public int inputSize() {
    return whole.inputSize();
  }

  @Override
  public boolean equivariant() {
    return true;
  }

  @Override
  public int outputSize() {
    return whole.outputSize();
  }

  @Override
  public PairedSpan boundTo(int outputs) {
    return new PairedSpan(spec, whole.boundTo(outputs), names, rows);
  }

  @Override
  public int dimension() {
    return rows.rows();
  }

  @Override
  public FieldBasis fields() {
    // One that is not bound has the whole say so.
    return fields.orElseGet(whole::fields);
  }

  @Override
  public Batch features(Batch batch) {
    return whole.features(batch);
  }

  @Override
  public Optional<PolynomialFields> polynomialFields() {
    return whole
        .polynomialFields()
        .map(
            known ->
                new PolynomialFields(
                    Spans.of(known.fields(), rows), known.monomials(), known.unknowns()));
  }

  @Override
  public boolean insensitiveCounts() {
    return whole.insensitiveCounts();
  }

  @Override
  public String fieldName(int a) {
    return names.get(Fit.requireField(this, a));
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return whole.matrix(combined(coefficients));
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    Polarization all = whole.polarize(batch, jacobians);
    return new Polarization(
        fields(), all.features(), all.jacobians(), all.responses(), all.weights());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairedSpan action
        && action.spec.equals(spec)
        && action.whole.equals(whole);
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
