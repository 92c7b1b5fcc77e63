package org.liegg.engine.dl4j.flow;

/** Several inputs, value by value, in double precision; factors of the gradients are kept. */
final class DoubleCombineStep implements DoubleStep {
  private final Operation.Combination how;
  private final int size;

  /** By input: how the result changes with it. */
  private final double[][] slopes;

  /**
   * @param size number of values in a sample
   */
  DoubleCombineStep(Operation.Combine combine, int inputs, int size, int samples) {
    this.how = combine.how();
    this.size = size;
    this.slopes = new double[inputs][samples * size];
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    for (int i = 0; i < samples * size; i++) {
      switch (how) {
        case SUM -> out[i] = sum(in, i, 1);
        case MEAN -> out[i] = sum(in, i, (1.0 / in.length));
        case DIFFERENCE -> out[i] = difference(in, i);
        case PRODUCT -> out[i] = product(in, i);
        case LARGEST -> out[i] = largest(in, i);
      }
    }
  }

  private double sum(double[][] in, int i, double factor) {
    double sum = 0;
    for (int t = 0; t < in.length; t++) {
      sum += in[t][i];
      slopes[t][i] = factor;
    }
    return sum * factor;
  }

  private double difference(double[][] in, int i) {
    slopes[0][i] = 1;
    slopes[1][i] = -1;
    return in[0][i] - in[1][i];
  }

  private double product(double[][] in, int i) {
    double product = 1;
    for (int t = 0; t < in.length; t++) {
      product *= in[t][i];
      double others = 1;
      for (int u = 0; u < in.length; u++) {
        others *= u == t ? 1 : in[u][i];
      }
      slopes[t][i] = others;
    }
    return product;
  }

  private double largest(double[][] in, int i) {
    int best = 0;
    for (int t = 0; t < in.length; t++) {
      slopes[t][i] = 0;
      best = in[t][i] > in[best][i] ? t : best;
    }
    slopes[best][i] = 1;
    return in[best][i];
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    for (int t = 0; t < slopes.length; t++) {
      for (int row = 0; into[t].length > 0 && row < samples * outputs; row++) {
        int at = row * size;
        int kept = row / outputs * size;
        for (int i = 0; i < size; i++) {
          into[t][at + i] += gradients[at + i] * slopes[t][kept + i];
        }
      }
    }
  }
}
