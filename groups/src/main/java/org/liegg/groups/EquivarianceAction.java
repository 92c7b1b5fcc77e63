package org.liegg.groups;

import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

/**
 * Equivariance, F(gx) = ρ(g)F(x): fields are pairs of v on the input and w on the output, rows are
 * {@code J v(x) − w(F(x))}. Outputs are more components behind the inputs, so that a pair is one
 * field and a row is one product.
 */
abstract class EquivarianceAction implements GroupAction {
  private final GroupAction input;

  EquivarianceAction(GroupAction input) {
    this.input = input;
  }

  /** An action on inputs alone, as terms and sides are. */
  static GroupAction requireNone(GroupAction action) {
    if (action instanceof EquivarianceAction) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(action.spec()),
          "it acts on outputs already",
          "name an action on the inputs alone");
    }
    return action;
  }

  /** The action on the input alone. */
  final GroupAction input() {
    return input;
  }

  /** The action on so many outputs. */
  abstract GroupAction output(int outputs);

  /** The coefficients of the input's action. */
  abstract double[] inputPart(double[] coefficients);

  /** The coefficients of the output's action. */
  abstract double[] outputPart(double[] coefficients);

  /** The pairs, where the output has so many components. */
  abstract FieldBasis pairs(GroupAction output);

  @Override
  public final int inputSize() {
    return input.inputSize();
  }

  @Override
  public final FieldBasis fields() {
    return pairs(output(outputSize()));
  }

  /** The features of the input; those of the output are known at the model's responses only. */
  @Override
  public final Batch features(Batch batch) {
    return input.features(batch);
  }

  @Override
  public final Polarization polarize(Batch batch, Jacobians jacobians) {
    if (jacobians.inputs() != inputSize() || jacobians.samples() != batch.rows()) {
      throw new IllegalArgumentException(
          "%s: Jacobians of %d samples and %d inputs, the batch has %d and the action takes %d"
              .formatted(
                  spec(), jacobians.samples(), jacobians.inputs(), batch.rows(), inputSize()));
    }
    GroupAction output = output(jacobians.outputs());
    Batch features = beside(input.features(batch), output.features(jacobians.responseBatch()));
    return new Polarization(pairs(output), features, withOutputs(jacobians), jacobians.outputs());
  }

  /** [J | −1]. */
  private static Jacobians withOutputs(Jacobians jacobians) {
    int d = jacobians.inputs();
    int k = jacobians.outputs();
    int width = d + k;
    double[] values = new double[Math.multiplyExact(jacobians.samples() * k, width)];
    for (int row = 0; row < jacobians.samples() * k; row++) {
      System.arraycopy(jacobians.values(), row * d, values, row * width, d);
      values[row * width + d + row % k] = -1;
    }
    return new Jacobians(jacobians.samples(), k, width, values, jacobians.responses());
  }

  private static Batch beside(Batch left, Batch right) {
    int width = left.columns() + right.columns();
    double[] values = new double[Math.multiplyExact(left.rows(), width)];
    for (int n = 0; n < left.rows(); n++) {
      System.arraycopy(left.values(), n * left.columns(), values, n * width, left.columns());
      System.arraycopy(
          right.values(), n * right.columns(), values, n * width + left.columns(), right.columns());
    }
    return new Batch(left.rows(), width, values);
  }

  /** The output does not have as many components as the action has use for. */
  final ActionException wrongOutputs(int found, String takes, String remedy) {
    return new ActionException(
        "LIEGG-ACTION-OUTPUTS",
        "action '%s'".formatted(spec()),
        "the model has %d outputs, %s".formatted(found, takes),
        remedy);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof EquivarianceAction action && action.spec().equals(spec());
  }

  @Override
  public final int hashCode() {
    return spec().hashCode();
  }

  @Override
  public final String toString() {
    return spec();
  }
}
