package org.liegg.engine.tensorflow.target;

import java.util.List;

/**
 * How samples are given to a graph.
 *
 * @param inputs in the order in which a sample holds them
 * @param batch how many samples the graph takes at a time; 0 if any number
 */
public record SamplePlan(List<ModelInput> inputs, int batch) {

  /** Values of one sample. */
  public int sampleSize() {
    return inputs.stream().mapToInt(ModelInput::size).sum();
  }

  /** Values of one sample that vary. */
  public int inputSize() {
    return inputs.stream().filter(ModelInput::varies).mapToInt(ModelInput::size).sum();
  }

  /** Where they begin. */
  public int inputFrom() {
    return inputs.stream().filter(ModelInput::varies).mapToInt(ModelInput::from).min().orElse(0);
  }

  /** The same for a graph that is fixed to so many samples at a time. */
  public SamplePlan withBatch(int samples) {
    return new SamplePlan(inputs, samples);
  }
}
