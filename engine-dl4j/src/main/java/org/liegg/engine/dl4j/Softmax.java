package org.liegg.engine.dl4j;

/**
 * s_i = exp(z_i)/Σ_j exp(z_j) over every row. The values are kept; with them a gradient g becomes
 * {@code s ⊙ (g − g·s)}.
 */
record Softmax() implements Activation {

  @Override
  public void forward(double[] z, int rows, int width, double[] kept) {
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      // Shifted by the largest, the sum lies between 1 and width: nothing overflows.
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = at; i < at + width; i++) {
        largest = Math.max(largest, z[i]);
      }
      double sum = 0;
      for (int i = at; i < at + width; i++) {
        z[i] = Math.exp(z[i] - largest);
        sum += z[i];
      }
      for (int i = at; i < at + width; i++) {
        z[i] /= sum;
        kept[i] = z[i];
      }
    }
  }

  @Override
  public void forward(float[] z, int rows, int width, float[] kept) {
    double[] row = new double[width];
    double[] values = new double[width];
    for (int at = 0; at < rows * width; at += width) {
      for (int i = 0; i < width; i++) {
        row[i] = z[at + i];
      }
      forward(row, 1, width, values);
      for (int i = 0; i < width; i++) {
        kept[at + i] = (float) values[i];
        z[at + i] = (float) values[i];
      }
    }
  }

  @Override
  public void backward(double[] gradients, int rows, int outputs, int width, double[] kept) {
    for (int row = 0; row < rows; row++) {
      int s = row * width;
      for (int o = 0; o < outputs; o++) {
        int at = (row * outputs + o) * width;
        double mean = 0;
        for (int i = 0; i < width; i++) {
          mean += gradients[at + i] * kept[s + i];
        }
        for (int i = 0; i < width; i++) {
          gradients[at + i] = kept[s + i] * (gradients[at + i] - mean);
        }
      }
    }
  }

  @Override
  public void backward(float[] gradients, int rows, int outputs, int width, float[] kept) {
    for (int row = 0; row < rows; row++) {
      int s = row * width;
      for (int o = 0; o < outputs; o++) {
        int at = (row * outputs + o) * width;
        float mean = 0;
        for (int i = 0; i < width; i++) {
          mean += gradients[at + i] * kept[s + i];
        }
        for (int i = 0; i < width; i++) {
          gradients[at + i] = kept[s + i] * (gradients[at + i] - mean);
        }
      }
    }
  }
}
