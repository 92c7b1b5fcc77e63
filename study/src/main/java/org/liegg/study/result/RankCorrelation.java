package org.liegg.study.result;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Spearman's coefficient of columns, others being held, and its interval. */
final class RankCorrelation {
  private static final double CONFIDENCE = 0.95;

  /** Fewer degrees of freedom have no interval. */
  private static final int FEWEST = 5;

  /** Less than this share of a column's spread is rounding. */
  private static final double NOTHING = 1e-9;

  private RankCorrelation() {}

  /**
   * The coefficient; empty where there are too few cells, or one column is the same everywhere, or
   * nothing is left of one beside those that are held.
   *
   * @param held columns as long as the two
   */
  static Optional<Double> of(double[] xs, double[] ys, double[]... held) {
    int n = xs.length;
    if (n < FEWEST + held.length
        || ys.length != n
        || Arrays.stream(held).anyMatch(column -> column.length != n)) {
      return Optional.empty();
    }
    double rho = partial(xs, ys, held);
    return Double.isNaN(rho) ? Optional.empty() : Optional.of(rho);
  }

  /** By the recursion over the columns that are held; no number where nothing is left. */
  private static double partial(double[] xs, double[] ys, double[][] held) {
    if (held.length == 0) {
      return new SpearmansCorrelation().correlation(xs, ys);
    }
    double[] last = held[held.length - 1];
    double[][] others = Arrays.copyOf(held, held.length - 1);
    double x = partial(xs, last, others);
    double y = partial(ys, last, others);
    double left = (1 - x * x) * (1 - y * y);
    if (!(1 - x * x > NOTHING) || !(1 - y * y > NOTHING)) {
      return Double.NaN;
    }
    double rho = (partial(xs, ys, others) - x * y) / Math.sqrt(left);
    return Math.max(-1, Math.min(1, rho));
  }

  /** {@code [low, high]} of a coefficient over n cells, so many columns being held. */
  static double[] interval(double rho, int n, int held) {
    if (Math.abs(rho) >= 1) {
      return new double[] {rho, rho};
    }
    double reach =
        new NormalDistribution().inverseCumulativeProbability(0.5 + CONFIDENCE / 2)
            * Math.sqrt((1 + rho * rho / 2) / (n - held - 3));
    double z = 0.5 * Math.log((1 + rho) / (1 - rho));
    return new double[] {Math.tanh(z - reach), Math.tanh(z + reach)};
  }
}
