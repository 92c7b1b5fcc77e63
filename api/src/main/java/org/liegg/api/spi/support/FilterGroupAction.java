package org.liegg.api.spi.support;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.PolynomialFields;

/**
 * An action that is another one but for what a subclass overrides. Every method is forwarded, those
 * with a default in {@link GroupAction} too, so that nothing of the other action is lost.
 *
 * <p>Methods of the other action call each other, not those of the subclass: whoever overrides
 * {@link #fields} must override {@link #dimension} and {@link #polarize} as well. {@link #boundTo}
 * returns what the other action is bound to, without the subclass around it; override it to wrap
 * that again.
 */
public abstract class FilterGroupAction implements GroupAction {
  private final GroupAction action;

  /**
   * Forwards to an action.
   *
   * @param action the action that this one is otherwise
   */
  protected FilterGroupAction(GroupAction action) {
    this.action = action;
  }

  /** The action that calls are forwarded to. */
  protected final GroupAction action() {
    return action;
  }

  @Override
  public String spec() {
    return action.spec();
  }

  @Override
  public int inputSize() {
    return action.inputSize();
  }

  @Override
  public boolean equivariant() {
    return action.equivariant();
  }

  @Override
  public int outputSize() {
    return action.outputSize();
  }

  @Override
  public GroupAction boundTo(int outputs) {
    return action.boundTo(outputs);
  }

  @Override
  public int dimension() {
    return action.dimension();
  }

  @Override
  public FieldBasis fields() {
    return action.fields();
  }

  @Override
  public Batch features(Batch batch) {
    return action.features(batch);
  }

  @Override
  public Optional<Monomials> monomials() {
    return action.monomials();
  }

  @Override
  public Optional<PolynomialFields> polynomialFields() {
    return action.polynomialFields();
  }

  @Override
  public boolean insensitiveCounts() {
    return action.insensitiveCounts();
  }

  @Override
  public String fieldName(int a) {
    return action.fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return action.matrix(coefficients);
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    return action.polarize(batch, jacobians);
  }

  /** What the other action is in words. */
  @Override
  public String toString() {
    return action.toString();
  }
}
