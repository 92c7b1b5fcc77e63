package org.liegg.engine.keras.program;

/** y = f(x), value by value. */
record MapOp(Scalar function, int[] inputs, int[] outputs) implements Op {

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < inputs.length; k++) {
      double[] x = v[inputs[k]];
      double[] y = v[outputs[k]];
      for (int i = 0; i < n; i++) {
        y[i] = function.value(x[i]);
      }
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < inputs.length; k++) {
      double[] sum = g[inputs[k]];
      double[] gradient = g[outputs[k]];
      if (sum.length > 0 && gradient.length > 0) {
        double[] x = v[inputs[k]];
        double[] y = v[outputs[k]];
        for (int i = 0; i < n; i++) {
          // What is not asked for is left alone: 0 times an infinite slope would be no number.
          if (gradient[i] != 0) {
            sum[i] += gradient[i] * function.slope(x[i], y[i]);
          }
        }
      }
    }
  }
}
