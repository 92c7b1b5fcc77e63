package org.liegg.engine.keras.program;

import java.util.Arrays;
import java.util.stream.IntStream;

/** y_k = Σ_j a_kj b_kj, of values all of which vary. */
record ContractOp(int[][] left, int[][] right, int[] outputs) implements Op {

  @Override
  public int[] inputs() {
    return IntStream.concat(
            Arrays.stream(left).flatMapToInt(Arrays::stream),
            Arrays.stream(right).flatMapToInt(Arrays::stream))
        .toArray();
  }

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < outputs.length; k++) {
      double[] sum = v[outputs[k]];
      Arrays.fill(sum, 0, n, 0);
      for (int j = 0; j < left[k].length; j++) {
        Lanes.addProduct(v[left[k][j]], v[right[k][j]], sum, n);
      }
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < outputs.length; k++) {
      double[] gradient = g[outputs[k]];
      for (int j = 0; gradient.length > 0 && j < left[k].length; j++) {
        int a = left[k][j];
        int b = right[k][j];
        if (g[a].length > 0) {
          Lanes.addProduct(gradient, v[b], g[a], n);
        }
        if (g[b].length > 0) {
          Lanes.addProduct(gradient, v[a], g[b], n);
        }
      }
    }
  }
}
