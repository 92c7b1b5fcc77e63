package org.liegg.engine.keras.program;

import java.util.Arrays;

/**
 * y_j = max(x_j − τ, 0) within each group, with the τ for which they sum to 1. Where the same y are
 * positive, τ is the mean of their x less a constant, so that the derivative is that of a mean
 * taken off.
 */
record SparsemaxOp(int[][] groups, int[][] results) implements GroupwiseOp {

  @Override
  public void forward(double[][] v, int[] group, int[] result, int i) {
    double least = threshold(v, group, i);
    for (int j = 0; j < group.length; j++) {
      v[result[j]][i] = Math.max(v[group[j]][i] - least, 0);
    }
  }

  /** τ = (Σ x − 1)/m of the m largest x, for the most that stay above it. */
  private static double threshold(double[][] v, int[] group, int i) {
    double[] x = Arrays.stream(group).mapToDouble(slot -> v[slot][i]).sorted().toArray();
    double sum = 0;
    double least = 0;
    for (int m = 1; m <= x.length; m++) {
      double next = x[x.length - m];
      sum += next;
      if (next > (sum - 1) / m) {
        least = (sum - 1) / m;
      }
    }
    return least;
  }

  @Override
  public void backward(double[][] v, double[][] g, int[] group, int[] result, int i) {
    double mean = 0;
    int count = 0;
    for (int slot : result) {
      if (v[slot][i] > 0) {
        mean += g[slot].length == 0 ? 0 : g[slot][i];
        count++;
      }
    }
    for (int j = 0; j < result.length; j++) {
      double[] given = g[result[j]];
      double[] taken = g[group[j]];
      if (v[result[j]][i] > 0 && given.length > 0 && taken.length > 0) {
        taken[i] += given[i] - mean / count;
      }
    }
  }
}
