package org.liegg.groups.image;

/** See {@link DerivativeFilter#spectral}. */
public final class SpectralFilter extends DerivativeFilter {
  public static final String NAME = "spectral";

  @Override
  public LineWeights derivative(int n) {
    return LineWeights.of(n, at -> 0, at -> row(n, at));
  }

  private static double[] row(int n, int at) {
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      row[j] = weight(n, at - j);
    }
    return row;
  }

  /** The derivative at d pixels from a pixel of the periodic interpolant that is 1 there alone. */
  private static double weight(int n, int d) {
    // By the shorter way round, where tan and sin lose nothing.
    int near = d > n / 2 ? d - n : d < -(n / 2) ? d + n : d;
    if (near == 0 || 2 * Math.abs(near) == n) {
      return 0;
    }
    double angle = Math.PI * near / n;
    double size = Math.PI / n / (n % 2 == 0 ? Math.tan(angle) : Math.sin(angle));
    return near % 2 == 0 ? size : -size;
  }

  @Override
  public int fewest(int n) {
    return n - 2;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
