package org.liegg.groups.image;

/** See {@link DerivativeFilter#central}. */
public final class CentralFilter extends DerivativeFilter {
  public static final String NAME = "central";

  private static final double[] FIRST = {-1.5, 2, -0.5};
  private static final double[] INSIDE = {-0.5, 0, 0.5};
  private static final double[] LAST = {0.5, -2, 1.5};

  @Override
  public LineWeights derivative(int n) {
    return LineWeights.of(
        n,
        at -> Math.min(Math.max(at - 1, 0), n - 3),
        at -> at == 0 ? FIRST : at == n - 1 ? LAST : INSIDE);
  }

  @Override
  public int fewest(int n) {
    return 2;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
