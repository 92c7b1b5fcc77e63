package org.liegg.groups.image;

import java.math.BigDecimal;
import org.liegg.api.ActionException;

/** See {@link DerivativeFilter#gaussian}. */
public final class GaussianFilter extends DerivativeFilter {
  public static final String NAME = "gaussian";

  private static final double LEAST = 0.5;
  private static final double CUT_OFF = 4;

  private final double sigma;

  GaussianFilter(double sigma) {
    this.sigma = sigma;
    if (!Double.isFinite(sigma) || sigma < LEAST) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(this),
          "the standard deviation is %s pixels".formatted(decimal(sigma)),
          "take a finite width of at least %s, or 'central', which smooths nothing"
              .formatted(LEAST));
    }
  }

  @Override
  public LineWeights derivative(int n) {
    return fits(n, 2, 1);
  }

  @Override
  LineWeights smoothing(int n) {
    return fits(n, 1, 0);
  }

  private LineWeights fits(int n, int degree, int order) {
    int reach = reach(n);
    return LineWeights.of(
        n,
        at -> Math.max(0, at - reach),
        at -> fit(Math.max(0, at - reach) - at, Math.min(n - 1, at + reach) - at, degree, order));
  }

  private double[] fit(int from, int to, int degree, int order) {
    double[] offsets = new double[to - from + 1];
    double[] g = new double[offsets.length];
    for (int k = from; k <= to; k++) {
      offsets[k - from] = k;
      g[k - from] = Math.exp(-k * (double) k / (2 * sigma * sigma));
    }
    return LocalRegression.weights(offsets, g, degree, order);
  }

  /** Pixels of the window on either side, at most the whole line. */
  private int reach(int n) {
    return (int) Math.min(n - 1, Math.ceil(CUT_OFF * sigma));
  }

  @Override
  public int fewest(int n) {
    // At the edge the window reaches to one side alone; the middle of a whole one has weight 0.
    return reach(n);
  }

  @Override
  public void requireFits(String spec, int side) {
    if (sigma > side) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the standard deviation of %s pixels is larger than the image".formatted(decimal(sigma)),
          "take at most %d, the shorter side".formatted(side));
    }
  }

  private static String decimal(double sigma) {
    return Double.isFinite(sigma)
        ? BigDecimal.valueOf(sigma).stripTrailingZeros().toPlainString()
        : Double.toString(sigma);
  }

  @Override
  public String toString() {
    return NAME + "," + decimal(sigma);
  }
}
