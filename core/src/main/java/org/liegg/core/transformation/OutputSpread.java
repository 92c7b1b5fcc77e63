package org.liegg.core.transformation;

import org.liegg.api.Batch;

/** How much outputs vary over samples. */
public final class OutputSpread {

  private OutputSpread() {}

  /**
   * What two unrelated samples differ by, a mean square: twice the variance of the weighed outputs.
   *
   * @param outputs {@code samples × k}
   * @param weights of outputs, k
   */
  public static double of(Batch outputs, double[] weights) {
    double sum = 0;
    for (int o = 0; o < outputs.columns(); o++) {
      double mean = 0;
      double squares = 0;
      for (int n = 0; n < outputs.rows(); n++) {
        double value = weights[o] * outputs.get(n, o);
        double rest = value - mean;
        mean += rest / (n + 1);
        squares += rest * (value - mean);
      }
      sum += 2 * squares / outputs.rows();
    }
    return sum;
  }
}
