package org.liegg.engine.keras.lower;

import java.util.List;
import org.liegg.engine.keras.program.Values;

/** One step of a recurrent layer. */
interface Cell {

  /** Lengths of the states; the first state is what the layer gives. */
  List<Integer> states();

  /**
   * The states after a step.
   *
   * @param x the step's values
   * @param before the states before it
   */
  List<Values> step(Values x, List<Values> before);
}
