package org.liegg.api.spi;

import org.liegg.api.Batch;

/**
 * A one-parameter group of maps, x ↦ exp(t·h)·x: flows compose, {@code flow(s) ∘ flow(t) = flow(s +
 * t)}, and {@code flow(−t)} undoes {@code flow(t)}. Immutable; safe for use by many threads.
 */
public interface Flow {

  /**
   * Every sample, moved for a time t.
   *
   * @param batch {@code samples × inputSize}
   * @param t in units in which the field is the velocity; negative ones go back
   * @return {@code samples × inputSize}
   * @throws org.liegg.api.NumericalException with code {@code LIEGG-FLOW-OVERFLOW} if a sample
   *     leaves the range of doubles, as it may in finite time for polynomial fields
   */
  Batch at(Batch batch, double t);
}
