package org.liegg.metrics.finite;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Bounds of the expectation of a sum of changes that few samples make, as a weighted sum of Poisson
 * counts (Fay and Feuer, "Confidence intervals for directly standardized rates", Statistics in
 * Medicine 16, 1997). A model of steps changes at some samples and not at all at the others: where
 * these are few, or none, the spread between blocks says nothing, and the count does.
 *
 * @param sum of the changes, ≥ 0
 * @param squares sum of their squares
 * @param unseen what one more sample would have changed by
 */
record CountedSum(double sum, double squares, double unseen) {

  /** Below which the expectation is but for this chance. */
  double upper(double chance) {
    double mean = sum + unseen;
    double variance = squares + unseen * unseen;
    return quantile(mean, variance, 1 - chance);
  }

  /** Above which the expectation is but for this chance. */
  double lower(double chance) {
    return quantile(sum, squares, chance);
  }

  /** Of the gamma distribution of this mean and variance. */
  private static double quantile(double mean, double variance, double share) {
    if (!(mean > 0) || !(variance > 0)) {
      return mean;
    }
    double shape = mean * mean / variance;
    double found =
        new GammaDistribution(shape, variance / mean).inverseCumulativeProbability(share);
    return Double.isFinite(found) ? found : mean;
  }
}
