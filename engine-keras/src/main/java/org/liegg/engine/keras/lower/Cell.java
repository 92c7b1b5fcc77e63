package org.liegg.engine.keras.lower;

import java.util.List;
import org.liegg.engine.keras.program.Values;

/** One step of a recurrent layer. */
interface Cell {

  /** Shapes of the states. */
  List<int[]> states();

  /** Which of the states is what the layer gives. */
  default int given() {
    return 0;
  }

  /**
   * The states after a step.
   *
   * @param x the step's values
   * @param before the states before it
   */
  List<Values> step(Values x, List<Values> before);
}
