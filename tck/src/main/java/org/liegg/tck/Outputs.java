package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.liegg.api.Jacobians;

/** Whether the outputs of a model can be told from each other by their gradients. */
final class Outputs {

  private Outputs() {}

  /** The largest derivative of an output at any sample. */
  static double largest(Jacobians jacobians, int output) {
    double largest = 0;
    for (int sample = 0; sample < jacobians.samples(); sample++) {
      for (int input = 0; input < jacobians.inputs(); input++) {
        largest = Math.max(largest, Math.abs(jacobians.get(sample, output, input)));
      }
    }
    return largest;
  }

  /**
   * Every output moves, so that a factor shows, and every two differ, so that exchanging, summing
   * and averaging them does.
   */
  static void requireTellable(Jacobians jacobians, double tolerance) {
    for (int one = 0; one < jacobians.outputs(); one++) {
      double size = largest(jacobians, one);
      assertThat(size).as("gradient of output %d of a contract's model", one).isPositive();
      for (int other = 0; other < one; other++) {
        assertThat(apart(jacobians, one, other))
            .as("gradients of outputs %d and %d of a contract's model", other, one)
            .isGreaterThan(tolerance * Math.max(size, largest(jacobians, other)));
      }
    }
  }

  private static double apart(Jacobians jacobians, int one, int other) {
    double apart = 0;
    for (int sample = 0; sample < jacobians.samples(); sample++) {
      for (int input = 0; input < jacobians.inputs(); input++) {
        double difference = jacobians.get(sample, one, input) - jacobians.get(sample, other, input);
        apart = Math.max(apart, Math.abs(difference));
      }
    }
    return apart;
  }
}
