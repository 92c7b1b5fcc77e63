package org.liegg.api.spi;

import java.util.Optional;
import org.liegg.api.Batch;

/**
 * One element g of a group that acts on the inputs of a model, and maybe on its outputs: {@code
 * F(gx) = ρ(g)F(x)} is what a model may keep. Immutable; safe for use by many threads. Batches that
 * are given are not written to.
 */
public interface GroupElement {

  /** How reports call it, e.g. {@code rotation by 90°}: not blank, and on one line. */
  String name();

  /**
   * x ↦ gx, row by row.
   *
   * @param inputs {@code samples × d}, those inputs of the model that vary
   * @return {@code samples × d}
   * @throws org.liegg.api.NumericalException if a sample leaves the range of doubles
   */
  Batch inputs(Batch inputs);

  /**
   * y ↦ ρ(g)y, row by row; y itself where g acts on inputs alone.
   *
   * @param outputs {@code samples × k}
   * @return {@code samples × k}
   * @throws org.liegg.api.NumericalException if a sample leaves the range of doubles
   */
  default Batch outputs(Batch outputs) {
    return outputs;
  }

  /** Whether {@link #outputs} moves anything, as an equivariance does. */
  default boolean movesOutputs() {
    return false;
  }

  /**
   * How this element acts in another representation of its group, row by row: what stands behind
   * the arrow in {@code O(3)^4 -> vector}.
   *
   * @param representation {@code same} for what {@link #inputs} does to its own inputs, or one of
   *     the group's {@link TransformationGroup#representations}
   * @param batch {@code samples × k}; a representation of fewer components acts on each of several
   *     blocks of them
   * @return {@code samples × k}; empty where the element has no such representation
   * @throws org.liegg.api.ActionException with code {@code LIEGG-ACTION-OUTPUTS} if it does not act
   *     on so many components
   */
  default Optional<Batch> represented(String representation, Batch batch) {
    return Optional.empty();
  }

  /**
   * The element followed by its inverse, as they are computed, where that is not the identity to
   * rounding: pixels between pixels are interpolated, and what leaves an image does not come back.
   * What a model's output changes by along it is the fault of the samples and not of the model.
   */
  default Optional<GroupElement> thereAndBack() {
    return Optional.empty();
  }
}
