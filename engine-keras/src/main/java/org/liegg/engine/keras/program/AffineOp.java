package org.liegg.engine.keras.program;

import java.util.Arrays;

/** y = Wx + b. */
record AffineOp(Matrix matrix, int[] inputs, int[] outputs) implements Op {

  @Override
  public void forward(double[][] v, int n) {
    for (int o = 0; o < outputs.length; o++) {
      double[] sum = v[outputs[o]];
      Arrays.fill(sum, 0, n, matrix.bias(o));
      Lanes.addProducts(matrix.row(o), v, inputs, sum, n);
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int i = 0; i < inputs.length; i++) {
      double[] sum = g[inputs[i]];
      if (sum.length > 0) {
        Lanes.addProducts(matrix.column(i), g, outputs, sum, n);
      }
    }
  }
}
