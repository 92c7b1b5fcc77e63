package org.liegg.engine.keras.program;

/** y = ax + b, with an a and a b for every value. */
record ScaleOp(double[] factors, double[] offsets, int[] inputs, int[] outputs) implements Op {

  @Override
  public void forward(double[][] v, int n) {
    for (int k = 0; k < inputs.length; k++) {
      double[] x = v[inputs[k]];
      double[] y = v[outputs[k]];
      double a = factors[k];
      double b = offsets[k];
      for (int i = 0; i < n; i++) {
        y[i] = a * x[i] + b;
      }
    }
  }

  @Override
  public void backward(double[][] v, double[][] g, int n) {
    for (int k = 0; k < inputs.length; k++) {
      if (g[inputs[k]].length > 0) {
        Lanes.add(factors[k], g[outputs[k]], g[inputs[k]], n);
      }
    }
  }
}
