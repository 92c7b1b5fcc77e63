package org.liegg.engine.dl4j.graph;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where samples are in arrays. Dense layers over time steps and stacked inputs have several rows a
 * sample: all samples' first rows, then all samples' second rows, and so on.
 */
final class SampleAxis {

  private SampleAxis() {}

  /** The values with all those of a sample together, {@code samples × …} in C order. */
  static INDArray first(INDArray value, int samples) {
    return value.size(0) == samples
        ? value
        : value
            .dup('c')
            .reshape('c', value.size(0) / samples, samples, value.length() / value.size(0))
            .permute(1, 0, 2);
  }

  /**
   * The opposite.
   *
   * @param value whose shape the result has
   * @param bySample {@code samples × values of a sample}
   */
  static INDArray like(INDArray value, INDArray bySample) {
    long samples = bySample.size(0);
    if (value.size(0) == samples) {
      return bySample.reshape('c', value.shape());
    }
    return bySample
        .reshape('c', samples, value.size(0) / samples, value.length() / value.size(0))
        .permute(1, 0, 2)
        .dup('c')
        .reshape('c', value.shape());
  }
}
