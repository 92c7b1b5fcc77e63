package org.liegg.metrics;

import org.liegg.api.Spectrum;

/**
 * The rule of thumb that reads the dimension off the largest ratio of neighbouring singular values.
 * Reported beside the decision for comparison, never used for it: it cannot say 0, and on data
 * whose fields differ in size it takes weak fields for symmetries.
 */
public final class LargestGap {

  private LargestGap() {}

  /**
   * How many singular values stand below the largest ratio σ_i / σ_{i+1}. Values below the accuracy
   * floor of the decomposition count as equal to it, so that noise makes no gap. 0 for fewer than
   * two values, all of them where none stands above the floor.
   */
  public static int dimension(Spectrum spectrum) {
    double[] sigma = spectrum.singularValues();
    int count = sigma.length;
    if (count > 0 && sigma[0] == 0) {
      return count;
    }
    double floor = count == 0 ? 0 : sigma[0] * spectrum.accuracy().floor();
    int dimension = 0;
    double largest = 1;
    for (int i = 0; i + 1 < count; i++) {
      double ratio = Math.max(sigma[i], floor) / Math.max(sigma[i + 1], floor);
      if (ratio > largest) {
        largest = ratio;
        dimension = count - 1 - i;
      }
    }
    return dimension;
  }
}
