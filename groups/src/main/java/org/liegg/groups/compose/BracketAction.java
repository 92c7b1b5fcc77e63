package org.liegg.groups.compose;

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
 * {@code A -> bracket}: symmetries of a motion dx/dt = F(x). An element g maps solutions to
 * solutions where F(gx) = Dg(x)F(x), so that rows are {@code J v(x) − Dv(x)F(x)}, the bracket of v
 * and F as fields (Olver, Applications of Lie Groups to Differential Equations, section 4.1).
 * Linear fields act on velocities as on positions, as in {@code A -> same}; affine and polynomial
 * ones do not.
 */
public final class BracketAction implements JointAction {
  private final GroupAction base;
  private final TangentAction tangent;

  /**
   * @throws ActionException if the fields are no polynomials of the inputs
   */
  BracketAction(GroupAction base) {
    this.base = base;
    this.tangent = new TangentAction(base);
  }

  /** The action on positions. */
  public GroupAction base() {
    return base;
  }

  @Override
  public String spec() {
    return base.spec() + "->bracket";
  }

  @Override
  public int inputSize() {
    return base.inputSize();
  }

  @Override
  public int outputSize() {
    return base.inputSize();
  }

  @Override
  public GroupAction boundTo(int outputs) {
    if (outputs == outputSize()) {
      return this;
    }
    throw new ActionException(
        "LIEGG-ACTION-OUTPUTS",
        "action '%s'".formatted(spec()),
        "the model has %d outputs, a velocity has one for each of the %d inputs"
            .formatted(outputs, inputSize()),
        "give the right-hand side of a motion dx/dt = F(x), or 'A -> B' for another model");
  }

  @Override
  public FieldBasis fields() {
    return tangent.fields();
  }

  /** Those of positions alone; the others are known at the model's responses. */
  @Override
  public Batch features(Batch batch) {
    return base.features(batch);
  }

  @Override
  public Batch featuresOfBoth(Batch inputs, Batch outputs) {
    return tangent.features(inputs.beside(outputs));
  }

  @Override
  public Optional<PolynomialFields> polynomialFields() {
    return base.polynomialFields();
  }

  @Override
  public String fieldName(int a) {
    return base.fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return base.matrix(Fit.requireCoefficients(this, coefficients));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BracketAction action && action.base.equals(base);
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
