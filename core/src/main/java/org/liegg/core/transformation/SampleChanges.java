package org.liegg.core.transformation;

import java.util.Optional;
import org.liegg.api.Batch;

/**
 * What a transformation changes at each sample.
 *
 * @param squares {@code ‖F(gx) − ρ(g)F(x)‖²} of every sample, outputs weighed
 * @param baselines what a model that has nothing to do with it would change by at every sample
 * @param lost what it and its inverse change together at every sample; empty where samples lose
 *     nothing
 * @param decisions at how many samples another output is the largest one; 0 where the
 *     transformation moves outputs, or there is one alone
 */
public record SampleChanges(
    double[] squares, double[] baselines, Optional<double[]> lost, int decisions) {

  /**
   * Counts.
   *
   * @param there F(gx), {@code samples × k}
   * @param aim ρ(g)F(x), {@code samples × k}
   * @param weights of outputs, k
   * @param baselines of every output, {@code samples × k}
   * @param lost of every output; empty where samples lose nothing
   * @param decides whether the largest output is counted
   */
  static SampleChanges of(
      Batch there,
      Batch aim,
      double[] weights,
      double[] baselines,
      Optional<double[]> lost,
      boolean decides) {
    int k = weights.length;
    int decisions = 0;
    for (int n = 0; n < there.rows(); n++) {
      decisions += decides && k > 1 && largest(there, n) != largest(aim, n) ? 1 : 0;
    }
    return new SampleChanges(
        weighed(DisplacedSamples.squares(there, aim), weights),
        weighed(baselines, weights),
        lost.map(squares -> weighed(squares, weights)),
        decisions);
  }

  /** Outputs together, each by its weight. */
  private static double[] weighed(double[] squares, double[] weights) {
    int k = weights.length;
    double[] sums = new double[squares.length / k];
    for (int at = 0; at < squares.length; at++) {
      sums[at / k] += weights[at % k] * weights[at % k] * squares[at];
    }
    return sums;
  }

  /** The first of the largest outputs of a sample. */
  public static int largest(Batch outputs, int row) {
    int largest = 0;
    for (int o = 1; o < outputs.columns(); o++) {
      largest = outputs.get(row, o) > outputs.get(row, largest) ? o : largest;
    }
    return largest;
  }
}
