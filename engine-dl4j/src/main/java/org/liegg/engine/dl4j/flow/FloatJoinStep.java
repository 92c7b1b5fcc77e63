package org.liegg.engine.dl4j.flow;

import java.util.Arrays;

/** Tables side by side, in single precision. */
final class FloatJoinStep implements FloatStep {
  private final int rows;
  private final int[] widths;
  private final int width;

  FloatJoinStep(Operation.Join join) {
    this.rows = join.rows();
    this.widths = join.widths();
    this.width = Arrays.stream(widths).sum();
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    int column = 0;
    for (int t = 0; t < widths.length; t++) {
      for (int row = 0; row < samples * rows; row++) {
        System.arraycopy(in[t], row * widths[t], out, row * width + column, widths[t]);
      }
      column += widths[t];
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int column = 0;
    for (int t = 0; t < widths.length; t++) {
      for (int row = 0; into[t].length > 0 && row < samples * outputs * rows; row++) {
        int to = row * widths[t];
        int from = row * width + column;
        for (int i = 0; i < widths[t]; i++) {
          into[t][to + i] += gradients[from + i];
        }
      }
      column += widths[t];
    }
  }
}
