package org.liegg.groups.field;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

/**
 * An action that moves inputs and outputs together: what it does to an output depends on where its
 * input is. Outputs are the last components of its fields.
 */
public interface JointAction extends GroupAction {

  /**
   * The features that {@link #fields} multiply, of inputs and outputs.
   *
   * @param inputs {@code points × inputSize}
   * @param outputs {@code points × outputSize}
   * @return {@code points × fields().features()}
   */
  Batch featuresOfBoth(Batch inputs, Batch outputs);

  @Override
  default boolean equivariant() {
    return true;
  }

  @Override
  default Polarization polarize(Batch batch, Jacobians jacobians) {
    Fit.requireColumns(this, batch);
    if (jacobians.inputs() != inputSize() || jacobians.samples() != batch.rows()) {
      throw new IllegalArgumentException(
          "%s: Jacobians of %d samples and %d inputs, the batch has %d and the action takes %d"
              .formatted(
                  spec(), jacobians.samples(), jacobians.inputs(), batch.rows(), inputSize()));
    }
    if (jacobians.outputs() != outputSize()) {
      throw new IllegalArgumentException(
          "%s: Jacobians of %d outputs, the action takes %d"
              .formatted(spec(), jacobians.outputs(), outputSize()));
    }
    return new Polarization(
        fields(),
        featuresOfBoth(batch, jacobians.responseBatch()),
        jacobians.besideOutputs(),
        outputSize());
  }
}
