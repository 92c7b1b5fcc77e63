package org.liegg.engine.keras.program;

import java.util.Arrays;

/** y_k = f Σ x over the k-th group. */
record SumOp(double factor, int[][] groups, int[] outputs) implements GroupedOp {

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < groups.length; k++) {
      double[] sum = v[outputs[k]];
      Arrays.fill(sum, 0, n, 0);
      for (int slot : groups[k]) {
        Lanes.add(factor, v[slot], sum, n);
      }
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < groups.length; k++) {
      for (int slot : groups[k]) {
        if (g[slot].length > 0) {
          Lanes.add(factor, g[outputs[k]], g[slot], n);
        }
      }
    }
  }
}
