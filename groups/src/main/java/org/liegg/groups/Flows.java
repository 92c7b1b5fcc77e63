package org.liegg.groups;

import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.groups.flow.ActionFlows;
import org.liegg.groups.flow.GeneratorFlows;

/**
 * The maps that a generator generates: by the matrix exponential where the fields are at most
 * affine on a block, by resampling of pictures, by integration of the field otherwise.
 */
public final class Flows {
  private Flows() {}

  /** The flows of all generators of an action, to be handed to what knows no group. */
  public static GroupFlows of(GroupAction action) {
    return new ActionFlows(action);
  }

  /**
   * The flow of Σ_a c_a v_a on the input.
   *
   * @param coefficients c, one for every field of the action
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Flow of(GroupAction action, double[] coefficients) {
    return GeneratorFlows.of(action, coefficients);
  }

  /**
   * The flow on the output that an equivariance pairs with {@link #of}: F(gx) = ρ(g)F(x).
   *
   * @param coefficients c, one for every field of the action
   * @param outputs k, outputs of the model
   * @throws IllegalArgumentException if there are more or fewer coefficients, or the action is no
   *     equivariance
   */
  public static Flow onOutput(GroupAction action, double[] coefficients, int outputs) {
    return GeneratorFlows.onOutput(action, coefficients, outputs);
  }
}
