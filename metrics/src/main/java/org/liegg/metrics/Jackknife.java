package org.liegg.metrics;

import org.hipparchus.distribution.continuous.TDistribution;
import org.liegg.api.Bounded;

/**
 * Intervals from leaving out blocks in turn, for blocks of unequal size (Busing, Meijer and van der
 * Leeden, Statistics and Computing 9, 1999): pseudo-values {@code τ_j = h_j θ − (h_j − 1) θ_(−j)},
 * {@code h_j = N/n_j}, and {@code var = 1/b Σ (τ_j − θ_J)²/(h_j − 1)}. Positive and skewed
 * quantities are taken on the log scale, with Student's t for the few blocks.
 */
final class Jackknife {
  /** Two-sided. */
  static final double CONFIDENCE = 0.95;

  /** A leave-one-out value of 0 has no logarithm; this share of the whole stands for it. */
  private static final double VANISHED = 1e-12;

  /**
   * On the log scale: where one block holds all of a sum nothing is known, but bounds are numbers.
   */
  private static final double FARTHEST = 50;

  private final double[] share; // n_j / N
  private final double quantile; // of a standard error

  /**
   * Of independent blocks.
   *
   * @param samples of every block, each ≥ 1
   */
  Jackknife(long[] samples) {
    this(samples, 1);
  }

  /**
   * Of blocks that may be related.
   *
   * @param samples of every block, each ≥ 1
   * @param widening how many times farther intervals reach than for independent blocks
   */
  Jackknife(long[] samples, double widening) {
    double total = 0;
    for (long n : samples) {
      total += n;
    }
    share = new double[samples.length];
    for (int j = 0; j < share.length; j++) {
      share[j] = samples[j] / total;
    }
    quantile =
        widening
            * new TDistribution(share.length - 1)
                .inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  /**
   * The interval of a quantity that is not negative.
   *
   * @param value from all blocks
   * @param without from all but block j, for every j
   * @param floor what rounding alone may make of 0: the upper bound is not below it
   */
  Bounded positive(double value, double[] without, double floor) {
    if (value <= 0) {
      return new Bounded(0, 0, floor);
    }
    double[] logs = new double[without.length];
    double whole = Math.log(value);
    for (int j = 0; j < logs.length; j++) {
      logs[j] = Math.log(Math.max(without[j], VANISHED * value));
    }
    double reach = Math.min(FARTHEST, quantile * standardError(whole, logs));
    return new Bounded(value, value * Math.exp(-reach), Math.max(floor, value * Math.exp(reach)));
  }

  /**
   * The interval of a distance, measured on more samples than the blocks hold. Noise only adds to a
   * distance, whatever its direction: its square is too large by a term in 1/N, which is taken away
   * before the interval is laid, and which may be all there is.
   *
   * @param value on those samples
   * @param whole from all blocks
   * @param without from all but block j, for every j
   * @param shrink by how much the standard error of more samples is smaller
   */
  Bounded distance(double value, double whole, double[] without, double shrink) {
    double[] squares = new double[without.length];
    for (int j = 0; j < squares.length; j++) {
      squares[j] = without[j] * without[j];
    }
    double square = whole * whole;
    double bias = square - estimate(square, squares);
    double centre = Math.max(0, value * value - shrink * shrink * bias);
    double reach = shrink * quantile * standardError(square, squares);
    return new Bounded(
        value,
        Math.min(value, Math.sqrt(Math.max(0, centre - reach))),
        Math.max(value, Math.sqrt(centre + reach)));
  }

  private double estimate(double whole, double[] without) {
    double estimate = share.length * whole;
    for (int j = 0; j < share.length; j++) {
      estimate -= (1 - share[j]) * without[j];
    }
    return estimate;
  }

  double standardError(double whole, double[] without) {
    int b = share.length;
    double estimate = estimate(whole, without);
    double variance = 0;
    for (int j = 0; j < b; j++) {
      double h = 1 / share[j];
      double pseudo = h * whole - (h - 1) * without[j] - estimate;
      variance += pseudo * pseudo / (h - 1);
    }
    return Math.sqrt(variance / b);
  }
}
