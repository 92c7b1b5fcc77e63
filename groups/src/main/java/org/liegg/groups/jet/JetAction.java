package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.JointAction;

/**
 * Point symmetries of {@code ∂ₜᵐ u = F(t, x, u, u_x, …)}. The model is F: its inputs are {@link
 * #inputNames}, its outputs the derivatives {@code ∂ₜᵐ u}. A field on (t, x, u) is prolonged to
 * these; it is a symmetry where {@code Σ_i ∂F/∂z_i φ^i(z, F) = φ^{t…t}(z, F)} at every jet z, the
 * response F standing for the derivative that the equation gives (Olver, Applications of Lie Groups
 * to Differential Equations, theorems 2.31 and 2.36). So every sample is on shell, whatever it is.
 */
public final class JetAction implements JointAction {
  private final JetSpec spec;
  private final JetSpace space;
  private final JetCandidates candidates;
  private final JetFeatures features;

  /** The action that a specification describes. */
  public JetAction(JetSpec spec) {
    this.spec = spec;
    space = spec.jets();
    JetSymbols symbols = new JetSymbols(space, spec.factors());
    candidates = new JetCandidates(symbols, spec.degree(), spec.factors());
    List<List<JetPolynomial>> prolonged = new ArrayList<>();
    candidates.fields().forEach(field -> prolonged.add(Prolongation.of(symbols, field)));
    features = new JetFeatures(symbols, prolonged);
  }

  @Override
  public String spec() {
    return spec.text();
  }

  /** What the model takes, in order: {@code t, x, u, u_x, u_xx}. */
  public List<String> inputNames() {
    return space.names();
  }

  /** What the model gives, in order: {@code u_t}. */
  public List<String> outputNames() {
    return space.outputNames();
  }

  @Override
  public int inputSize() {
    return space.inputs();
  }

  @Override
  public int outputSize() {
    return space.fields();
  }

  @Override
  public boolean insensitiveCounts() {
    return true;
  }

  @Override
  public GroupAction boundTo(int outputs) {
    if (outputs == outputSize()) {
      return this;
    }
    throw new ActionException(
        "LIEGG-ACTION-OUTPUTS",
        "action '%s'".formatted(spec()),
        "the model has %d outputs, an equation for %s has %d"
            .formatted(outputs, String.join(", ", outputNames()), outputSize()),
        "say how many unknown functions there are, e.g. 'jet(2,2,fields=%d)'"
            .formatted(Math.max(1, outputs)));
  }

  @Override
  public FieldBasis fields() {
    return features.basis();
  }

  /** The features of the jets; those of the responses are known at a model's alone. */
  @Override
  public Batch features(Batch batch) {
    return features.of(Fit.requireColumns(this, batch));
  }

  @Override
  public Batch featuresOfBoth(Batch inputs, Batch outputs) {
    return features.of(inputs, outputs);
  }

  @Override
  public Optional<PolynomialFields> polynomialFields() {
    return Optional.of(candidates.onBase());
  }

  @Override
  public String fieldName(int a) {
    return candidates.name(Fit.requireField(this, a));
  }

  /** None: polynomial fields have brackets by {@link #polynomialFields}. */
  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JetAction action && action.spec().equals(spec());
  }

  @Override
  public int hashCode() {
    return spec().hashCode();
  }

  @Override
  public String toString() {
    return spec();
  }
}
