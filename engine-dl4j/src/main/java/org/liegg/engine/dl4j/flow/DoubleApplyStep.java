package org.liegg.engine.dl4j.flow;

import org.liegg.engine.dl4j.dense.Scalar;

/** A function of every value, in double precision and in place; its slopes are kept. */
final class DoubleApplyStep implements DoubleStep {
  private final Scalar function;
  private final int size;
  private final double[] slopes;
  private final double[] scratch;

  /**
   * @param size number of values in a sample
   */
  DoubleApplyStep(Operation.Apply apply, int size, int samples) {
    this.function = apply.function();
    this.size = size;
    this.slopes = new double[samples * size];
    this.scratch = new double[samples * size];
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    if (in[0] != out) {
      System.arraycopy(in[0], 0, out, 0, samples * size);
    }
    function.apply(out, samples * size, slopes, scratch);
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    boolean here = into[0] == gradients;
    for (int row = 0; row < samples * outputs; row++) {
      int at = row * size;
      int kept = row / outputs * size;
      if (here) {
        multiply(gradients, at, kept);
      } else {
        add(gradients, at, kept, into[0]);
      }
    }
  }

  private void multiply(double[] gradients, int at, int kept) {
    for (int i = 0; i < size; i++) {
      gradients[at + i] *= slopes[kept + i];
    }
  }

  private void add(double[] gradients, int at, int kept, double[] into) {
    for (int i = 0; i < size; i++) {
      into[at + i] += gradients[at + i] * slopes[kept + i];
    }
  }
}
