package org.liegg.engine.dl4j;

/**
 * An activation that treats every value alike: its Jacobian is diagonal, and its slopes are kept.
 * Values and slopes are computed in double precision and rounded once.
 *
 * @param function the function of one value
 */
record Elementwise(Scalar function) implements Activation {

  @Override
  public void forward(double[] z, int rows, int width, double[] kept) {
    for (int i = 0; i < rows * width; i++) {
      double value = function.value(z[i]);
      kept[i] = function.slope(z[i], value);
      z[i] = value;
    }
  }

  @Override
  public void forward(float[] z, int rows, int width, float[] kept) {
    for (int i = 0; i < rows * width; i++) {
      double value = function.value(z[i]);
      kept[i] = (float) function.slope(z[i], value);
      z[i] = (float) value;
    }
  }

  @Override
  public void backward(double[] gradients, int rows, int outputs, int width, double[] kept) {
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < outputs; o++) {
        int at = (row * outputs + o) * width;
        for (int i = 0; i < width; i++) {
          gradients[at + i] *= kept[row * width + i];
        }
      }
    }
  }

  @Override
  public void backward(float[] gradients, int rows, int outputs, int width, float[] kept) {
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < outputs; o++) {
        int at = (row * outputs + o) * width;
        for (int i = 0; i < width; i++) {
          gradients[at + i] *= kept[row * width + i];
        }
      }
    }
  }
}
