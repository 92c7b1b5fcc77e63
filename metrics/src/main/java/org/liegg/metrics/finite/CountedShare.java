package org.liegg.metrics.finite;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.liegg.api.Bounded;

/**
 * A share of samples that were counted, with exact bounds (Clopper and Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
 */
public final class CountedShare {

  private CountedShare() {}

  /**
   * The share with its bounds.
   *
   * @param counted how many of them, ≥ 0
   * @param samples of how many, ≥ 1
   * @param rule the chances; where an independent sample stands for several, so many count as one
   * @throws IllegalArgumentException if more are counted than there are, or there are none
   */
  public static Bounded of(long counted, long samples, TailRule rule) {
    if (counted < 0 || samples < 1 || counted > samples) {
      throw new IllegalArgumentException("%d of %d samples".formatted(counted, samples));
    }
    double yes = counted / rule.samplesPerUnit();
    double no = (samples - counted) / rule.samplesPerUnit();
    double low =
        counted == 0
            ? 0
            : new BetaDistribution(yes, no + 1).inverseCumulativeProbability(rule.below());
    double high =
        counted == samples
            ? 1
            : new BetaDistribution(yes + 1, no).inverseCumulativeProbability(1 - rule.above());
    double share = (double) counted / samples;
    return new Bounded(share, Math.min(low, share), Math.max(high, share));
  }
}
