package org.liegg.groups.compose;

import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

/**
 * Equivariance, F(gx) = ρ(g)F(x): fields are pairs of v on the input and w on the output, rows are
 * {@code J v(x) − w(F(x))}. Outputs are more components behind the inputs, so that a pair is one
 * field and a row is one product. Where the model says how many outputs there are, an action that
 * is not {@linkplain #boundTo bound} to one has no fields.
 */
public abstract class EquivarianceAction implements GroupAction {
  private final GroupAction input;
  private final Optional<Pairs> pairs;

  /**
   * @param pairs empty where only a model can say how many outputs there are
   */
  EquivarianceAction(GroupAction input, Optional<Pairs> pairs) {
    this.input = input;
    this.pairs = pairs;
  }

  /**
   * An action on outputs, and the fields on inputs and outputs that it makes.
   *
   * @param output on all outputs of the model
   * @param fields have the outputs as last components
   */
  record Pairs(GroupAction output, FieldBasis fields) {}

  /** What stands behind the input in the grammar: {@code ->gl(2)}, {@code ->same}. */
  public abstract String outputSpec();

  @Override
  public final String spec() {
    return input.spec() + outputSpec();
  }

  /** The action on the input alone. */
  public final GroupAction input() {
    return input;
  }

  /** The action on all outputs, where their number is known. */
  public final Optional<GroupAction> output() {
    return pairs.map(Pairs::output);
  }

  /**
   * The action on so many outputs.
   *
   * @throws ActionException if it does not act on as many
   */
  public abstract GroupAction output(int outputs);

  @Override
  public abstract EquivarianceAction boundTo(int outputs);

  /** The coefficients of the input's action. */
  public abstract double[] inputPart(double[] coefficients);

  /** The coefficients of the output's action. */
  public abstract double[] outputPart(double[] coefficients);

  @Override
  public final int inputSize() {
    return input.inputSize();
  }

  @Override
  public final boolean equivariant() {
    return true;
  }

  @Override
  public final int outputSize() {
    return bound().output().inputSize();
  }

  @Override
  public final FieldBasis fields() {
    return bound().fields();
  }

  private Pairs bound() {
    return pairs.orElseThrow(
        () ->
            new IllegalStateException(
                "'%s' acts on as many blocks as the model has outputs for; bind it to their number: boundTo(k)"
                    .formatted(spec())));
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
    Pairs known = bound();
    if (jacobians.outputs() != known.output().inputSize()) {
      throw new IllegalArgumentException(
          "%s: Jacobians of %d outputs, the action takes %d"
              .formatted(spec(), jacobians.outputs(), known.output().inputSize()));
    }
    Batch features =
        input.features(batch).beside(known.output().features(jacobians.responseBatch()));
    return new Polarization(
        known.fields(), features, jacobians.besideOutputs(), jacobians.outputs());
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
    return other instanceof EquivarianceAction action
        && action.spec().equals(spec())
        && action.output().equals(output());
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
