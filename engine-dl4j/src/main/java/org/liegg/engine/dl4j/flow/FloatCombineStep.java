package org.liegg.engine.dl4j.flow;

/** Several inputs, value by value, in single precision; factors of the gradients are kept. */
final class FloatCombineStep implements FloatStep {
  private final Operation.Combination how;
  private final int size;

  /** By input: how the result changes with it. */
  private final float[][] slopes;

  /**
   * @param size number of values in a sample
   */
  FloatCombineStep(Operation.Combine combine, int inputs, int size, int samples) {
    this.how = combine.how();
    this.size = size;
    this.slopes = new float[inputs][samples * size];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    for (int i = 0; i < samples * size; i++) {
      switch (how) {
        case SUM -> out[i] = sum(in, i, 1);
        case MEAN -> out[i] = sum(in, i, (float) (1.0 / in.length));
        case DIFFERENCE -> out[i] = difference(in, i);
        case PRODUCT -> out[i] = product(in, i);
        case LARGEST -> out[i] = largest(in, i);
      }
    }
  }

  private float sum(float[][] in, int i, float factor) {
    float sum = 0;
    for (int t = 0; t < in.length; t++) {
      sum += in[t][i];
      slopes[t][i] = factor;
    }
    return sum * factor;
  }

  private float difference(float[][] in, int i) {
    slopes[0][i] = 1;
    slopes[1][i] = -1;
    return in[0][i] - in[1][i];
  }

  private float product(float[][] in, int i) {
    float product = 1;
    for (int t = 0; t < in.length; t++) {
      product *= in[t][i];
      float others = 1;
      for (int u = 0; u < in.length; u++) {
        others *= u == t ? 1 : in[u][i];
      }
      slopes[t][i] = others;
    }
    return product;
  }

  private float largest(float[][] in, int i) {
    int best = 0;
    for (int t = 0; t < in.length; t++) {
      slopes[t][i] = 0;
      best = in[t][i] > in[best][i] ? t : best;
    }
    slopes[best][i] = 1;
    return in[best][i];
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
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
