package org.liegg.engine.keras.program;

import java.util.Arrays;

/** y_k = 1 where a value of the k-th group is another than the one given, else 0. */
record DifferenceOp(double from, int[][] groups, int[] outputs) implements GroupedOp {

  @Override
  public boolean isDifferentiable() {
    return false;
  }

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < groups.length; k++) {
      double[] y = v[outputs[k]];
      Arrays.fill(y, 0, n, 0);
      for (int slot : groups[k]) {
        double[] x = v[slot];
        for (int i = 0; i < n; i++) {
          y[i] = x[i] == from ? y[i] : 1;
        }
      }
    }
  }

  /** A step: its derivative is 0 wherever there is one. */
  @Override
  public void backward(double[][] v, double[][] g, int n) {
    // Nothing is added.
  }
}
