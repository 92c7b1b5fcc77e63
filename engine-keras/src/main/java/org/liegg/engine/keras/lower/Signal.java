package org.liegg.engine.keras.lower;

import java.util.Optional;
import org.liegg.engine.keras.program.Values;

/**
 * What flows from layer to layer.
 *
 * @param values one sample
 * @param mask for every step of a series, 1 where it counts and 0 where it is left out; empty where
 *     all count
 */
record Signal(Values values, Optional<Values> mask) {

  /** Values all of which count. */
  static Signal of(Values values) {
    return new Signal(values, Optional.empty());
  }

  /** Other values under the same mask. */
  Signal with(Values other) {
    return new Signal(other, mask);
  }
}
