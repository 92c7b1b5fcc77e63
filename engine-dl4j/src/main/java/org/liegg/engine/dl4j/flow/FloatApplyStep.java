package org.liegg.engine.dl4j.flow;

import org.liegg.engine.dl4j.dense.Scalar;

/** A function of every value, in single precision and in place; its slopes are kept. */
final class FloatApplyStep implements FloatStep {
  private final Scalar function;
  private final int size;
  private final float[] slopes;
  private final float[] scratch;

  /**
   * @param size number of values in a sample
   */
  FloatApplyStep(Operation.Apply apply, int size, int samples) {
    this.function = apply.function();
    this.size = size;
    this.slopes = new float[samples * size];
    this.scratch = new float[samples * size];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    if (in[0] != out) {
      System.arraycopy(in[0], 0, out, 0, samples * size);
    }
    function.apply(out, samples * size, slopes, scratch);
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
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

  private void multiply(float[] gradients, int at, int kept) {
    for (int i = 0; i < size; i++) {
      gradients[at + i] *= slopes[kept + i];
    }
  }

  private void add(float[] gradients, int at, int kept, float[] into) {
    for (int i = 0; i < size; i++) {
      into[at + i] += gradients[at + i] * slopes[kept + i];
    }
  }
}
