package org.liegg.core.transformation;

import org.liegg.api.Batch;

/**
 * What a transformation changes at each sample.
 *
 * @param squares {@code ‖F(gx) − ρ(g)F(x)‖²} of every sample, outputs weighed
 * @param decisions at how many samples another output is the largest one; 0 where the
 *     transformation moves outputs, or there is one alone
 */
public record SampleChanges(double[] squares, int decisions) {

  /**
   * Counts.
   *
   * @param there F(gx), {@code samples × k}
   * @param aim ρ(g)F(x), {@code samples × k}
   * @param weights of outputs, k
   * @param decides whether the largest output is counted
   */
  static SampleChanges of(Batch there, Batch aim, double[] weights, boolean decides) {
    int k = weights.length;
    double[] squares = new double[there.rows()];
    int decisions = 0;
    for (int n = 0; n < squares.length; n++) {
      for (int o = 0; o < k; o++) {
        double change = weights[o] * (there.get(n, o) - aim.get(n, o));
        squares[n] += change * change;
      }
      decisions += decides && k > 1 && largest(there, n) != largest(aim, n) ? 1 : 0;
    }
    return new SampleChanges(squares, decisions);
  }

  /** The first of the largest outputs of a sample. */
  private static int largest(Batch outputs, int row) {
    int largest = 0;
    for (int o = 1; o < outputs.columns(); o++) {
      largest = outputs.get(row, o) > outputs.get(row, largest) ? o : largest;
    }
    return largest;
  }
}
