package org.liegg.app.orbit;

import java.util.List;
import java.util.Optional;
import org.liegg.api.report.Orbit;

/**
 * One sample moved along one generator, what the model says of it, and what it would say if the
 * generator were a symmetry exactly.
 *
 * @param orbit the points of the path and the outputs there, in the order of the t that were asked
 *     for; its shape is the picture's, where the action moves pictures
 * @param expected ρ(exp(tA))F(x) for every t, a row each: F(x) in every row for an action on inputs
 *     alone
 * @param period the smallest T &gt; 0 after which all samples are where they were, to about a
 *     hundredth, where there is one that can be told: what t is worth choosing from
 */
public record OrbitValues(Orbit orbit, double[][] expected, Optional<Double> period) {

  /**
   * @throws IllegalArgumentException if there is not one expected output for every t
   */
  public OrbitValues {
    if (expected.length != orbit.t().length) {
      throw new IllegalArgumentException(
          "OrbitValues: %d expected outputs at %d times"
              .formatted(expected.length, orbit.t().length));
    }
  }

  /** The axes of a sample; of a picture {@code [height, width]} or with its channels behind. */
  public List<Integer> shape() {
    return orbit.shape();
  }

  /** Lengths of the path. */
  public double[] t() {
    return orbit.t();
  }

  /** exp(tA)x for every t, a row each, in the units of the data. */
  public double[][] inputs() {
    return orbit.inputs();
  }

  /** F(exp(tA)x) for every t, a row each. */
  public double[][] outputs() {
    return orbit.outputs();
  }
}
