package org.liegg.core.samples;

/**
 * How many samples apart samples are as good as independent: the integrated autocorrelation time
 * {@code τ = ½ + Σ|ρ_k|} of the slowest direction, summed as far as correlations stand out of their
 * noise (Sokal, "Monte Carlo Methods in Statistical Mechanics", 1989). Absolute values, since the
 * samples of an orbit tell no more where its correlations change sign. A mean over N samples is as
 * good as one over N/(2τ) independent ones.
 *
 * @param tau ½ for independent samples
 */
record CorrelationTime(double tau) {
  /** Noise of an autocorrelation where there is none, times this, begins to count. */
  private static final double BEGINS = 5;

  /** And while it counts, this. */
  private static final double GOES_ON = 2;

  /** What has not decayed at the longest lag has no time that can be told. */
  private static final double DECAYED = 0.2;

  /** A variance of means that is this much larger is not worth mention. */
  private static final double WORTH = 1.2;

  /**
   * From autocorrelations.
   *
   * @param correlations {@code [direction][lag]}
   * @param samples that tell them
   */
  static CorrelationTime of(double[][] correlations, int[] lags, long samples) {
    double slowest = 0.5;
    for (double[] direction : correlations) {
      slowest = Math.max(slowest, time(direction, lags, samples));
    }
    return new CorrelationTime(slowest);
  }

  private static double time(double[] correlations, int[] lags, long samples) {
    int known = correlations.length;
    double start = known == 0 ? 0 : Math.abs(correlations[0]);
    if (known > 1) {
      start = Math.max(start, Math.abs(correlations[1]));
    }
    if (start < BEGINS / Math.sqrt((double) samples)) {
      return 0.5;
    }
    double tau = 0.5 + Math.abs(correlations[0]);
    int quiet = 0;
    for (int k = 1; k < known && quiet < 2; k++) {
      double pairs = Math.max(1, samples - lags[k]);
      double noise = Math.sqrt(Math.max(1, 2 * tau) / pairs);
      if (Math.abs(correlations[k]) < GOES_ON * noise) {
        quiet++;
        continue;
      }
      // Between lags that stand apart correlations are taken for straight.
      double gap = lags[k] - lags[k - 1];
      double here = Math.abs(correlations[k]);
      double before = Math.abs(correlations[k - 1]);
      tau += gap * (here + before) / 2 + (here - before) / 2;
      quiet = 0;
    }
    boolean goesOn = quiet == 0 && known > 1 && Math.abs(correlations[known - 1]) > DECAYED;
    return goesOn ? Math.max(tau, samples / 4.0) : tau;
  }

  /** Whether it makes a difference. */
  boolean dependent() {
    return 2 * tau > WORTH;
  }
}
