package org.liegg.api.spi;

import java.util.Optional;

/**
 * The finite maps x ↦ exp(tA)x of an action's generators A = Σ_a c_a v_a. Immutable; safe for use
 * by many threads.
 */
public interface GroupFlows {

  /**
   * The flow on the input.
   *
   * @param coefficients c, one for every field of the action
   * @throws IllegalArgumentException if there are more or fewer
   */
  Flow onInput(double[] coefficients);

  /**
   * The flow ρ on the output that belongs to {@link #onInput}, F(gx) = ρ(g)F(x); empty for an
   * action on inputs alone.
   *
   * @param coefficients c, one for every field of the action
   * @param outputs k, outputs of the model
   * @throws IllegalArgumentException if there are more or fewer coefficients
   */
  Optional<Flow> onOutput(double[] coefficients, int outputs);

  /**
   * The flow of inputs and outputs side by side, where what moves one depends on the other, as for
   * the jets of a differential equation; such an action has neither of the others. Where it keeps
   * {@code (x, F(x))} a point of the graph of F, it is a symmetry.
   *
   * @param coefficients c, one for every field of the action
   * @throws IllegalArgumentException if there are more or fewer
   */
  default Optional<Flow> together(double[] coefficients) {
    return Optional.empty();
  }

  /**
   * The smallest T > 0 with exp(TA) = 1 to about a hundredth, where there is one that can be told.
   *
   * @param coefficients c, one for every field of the action
   * @throws IllegalArgumentException if there are more or fewer
   */
  default Optional<Double> period(double[] coefficients) {
    return Optional.empty();
  }

  /** About how many multiplications it takes to move one sample; what a caller plans by. */
  long cost();
}
