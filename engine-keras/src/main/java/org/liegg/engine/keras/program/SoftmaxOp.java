package org.liegg.engine.keras.program;

/** y_j = exp(x_j)/Σ exp(x) within each group, taken relative to the largest x. */
record SoftmaxOp(int[][] groups, int[][] results) implements GroupwiseOp {

  @Override
  public void forward(double[][] v, int[] group, int[] result, int i) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int slot : group) {
      largest = Math.max(largest, v[slot][i]);
    }
    double sum = 0;
    for (int j = 0; j < group.length; j++) {
      double y = Math.exp(v[group[j]][i] - largest);
      v[result[j]][i] = y;
      sum += y;
    }
    for (int slot : result) {
      v[slot][i] /= sum;
    }
  }

  /** ∂x_j = y_j Σ_m y_m (∂y_j − ∂y_m), which does not cancel where one y is nearly 1. */
  @Override
  public void backward(double[][] v, double[][] g, int[] group, int[] result, int i) {
    int top = 0;
    for (int j = 1; j < result.length; j++) {
      top = v[result[j]][i] > v[result[top]][i] ? j : top;
    }
    double base = at(g, result[top], i);
    double mean = 0;
    for (int slot : result) {
      mean += v[slot][i] * (at(g, slot, i) - base);
    }
    double others = 0;
    for (int j = 0; j < result.length; j++) {
      if (j != top) {
        double share = v[result[j]][i] * (at(g, result[j], i) - base - mean);
        others += share;
        add(g, group[j], i, share);
      }
    }
    // Shifting all x changes nothing, so that the shares sum to 0.
    add(g, group[top], i, -others);
  }

  private static double at(double[][] g, int slot, int i) {
    return g[slot].length == 0 ? 0 : g[slot][i];
  }

  private static void add(double[][] g, int slot, int i, double share) {
    if (g[slot].length > 0) {
      g[slot][i] += share;
    }
  }
}
