package org.liegg.engine.dl4j.flow;

/** Values in other places, in single precision. */
final class FloatGatherStep implements FloatStep {
  private final int[] source;
  private final int inputSize;

  /**
   * @param inputSize number of values in a sample before
   */
  FloatGatherStep(Operation.Gather gather, int inputSize) {
    this.source = gather.source();
    this.inputSize = inputSize;
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    for (int sample = 0; sample < samples; sample++) {
      int from = sample * inputSize;
      int to = sample * source.length;
      for (int i = 0; i < source.length; i++) {
        out[to + i] = source[i] < 0 ? 0 : in[0][from + source[i]];
      }
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    for (int row = 0; row < samples * outputs; row++) {
      int to = row * inputSize;
      int from = row * source.length;
      for (int i = 0; i < source.length; i++) {
        if (source[i] >= 0) {
          into[0][to + source[i]] += gradients[from + i];
        }
      }
    }
  }
}
