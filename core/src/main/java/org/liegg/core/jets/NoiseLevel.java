package org.liegg.core.jets;

/**
 * How noisy values on a grid are, by their differences of high order: those of a smooth function
 * vanish, and those of white noise of variance σ² have the variance C(2d, d) σ² (J. Rice, Ann.
 * Statist. 12, 1984; T. Gasser, L. Sroka, C. Jennen-Steinmetz, Biometrika 73, 1986). What is not
 * smooth at the spacing of the grid counts as noise; noise that is alike at neighbouring points is
 * not seen.
 */
final class NoiseLevel {
  private static final int HIGHEST = 10;

  private NoiseLevel() {}

  /**
   * The standard deviation of the noise of an unknown function, at least that of rounding: the
   * smallest that any axis and any order of differences says.
   */
  static double of(Grid grid, int field) {
    double least = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < grid.axes().size(); axis++) {
      for (int order = 2; order <= Math.min(HIGHEST, grid.axes().get(axis) - 1); order += 2) {
        least = Math.min(least, level(grid, axis, field, order));
      }
    }
    double size = grid.size(field);
    return Math.max(Double.isInfinite(least) ? size : least, Math.ulp(1.0) * size);
  }

  private static double level(Grid grid, int axis, int field, int order) {
    double[] weights = new double[order + 1];
    double norm = 0;
    double binomial = 1;
    for (int i = 0; i <= order; i++) {
      weights[i] = i % 2 == 0 ? binomial : -binomial;
      norm += binomial * binomial;
      binomial *= (double) (order - i) / (i + 1);
    }
    int stride = grid.stride(axis);
    double sum = 0;
    long count = 0;
    for (int start : grid.lines(axis, field)) {
      for (int from = 0; from + order < grid.axes().get(axis); from++) {
        double difference = 0;
        for (int i = 0; i <= order; i++) {
          difference += weights[i] * grid.values()[start + (from + i) * stride];
        }
        sum += difference * difference;
        count++;
      }
    }
    return Math.sqrt(sum / count / norm);
  }
}
