package org.liegg.core.transformation;

import org.liegg.api.Batch;

/**
 * One element g of a group that acts on the inputs of a model, and maybe on its outputs: {@code
 * F(gx) = ρ(g)F(x)} is what a model may keep. Immutable; safe for use by many threads.
 */
public interface Transformation {

  /** How reports call it, e.g. {@code generator 3}. */
  String name();

  /**
   * x ↦ gx, row by row.
   *
   * @param inputs {@code samples × d}, those inputs of the model that vary; not written to
   * @return {@code samples × d}
   * @throws org.liegg.api.NumericalException if a sample leaves the range of doubles
   */
  Batch inputs(Batch inputs);

  /**
   * y ↦ ρ(g)y, row by row; y itself where g acts on inputs alone.
   *
   * @param outputs {@code samples × k}; not written to
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
}
