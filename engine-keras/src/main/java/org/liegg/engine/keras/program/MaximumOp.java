package org.liegg.engine.keras.program;

/** y_k = the largest of the k-th group; of several that are equal the first has the derivative. */
record MaximumOp(int[][] groups, int[] outputs) implements GroupedOp {

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < groups.length; k++) {
      double[] largest = v[outputs[k]];
      System.arraycopy(v[groups[k][0]], 0, largest, 0, n);
      for (int slot : groups[k]) {
        double[] x = v[slot];
        for (int i = 0; i < n; i++) {
          largest[i] = Math.max(largest[i], x[i]);
        }
      }
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < groups.length; k++) {
      double[] gradient = g[outputs[k]];
      for (int i = 0; gradient.length > 0 && i < n; i++) {
        int slot = first(v, groups[k], v[outputs[k]][i], i);
        if (g[slot].length > 0) {
          g[slot][i] += gradient[i];
        }
      }
    }
  }

  private static int first(double[][] v, int[] group, double largest, int i) {
    for (int slot : group) {
      if (v[slot][i] == largest) {
        return slot;
      }
    }
    return group[0];
  }
}
