package org.liegg.engine.tensorflow;

import java.util.List;

/**
 * How samples are given to a graph.
 *
 * @param inputs in the order in which a sample holds them
 * @param batch how many samples the graph takes at a time; 0 if any number
 */
record SamplePlan(List<ModelInput> inputs, int batch) {

  /** Values of one sample. */
  int sampleSize() {
    return inputs.stream().mapToInt(ModelInput::size).sum();
  }

  /** Values of one sample that vary. */
  int inputSize() {
    return inputs.stream().filter(ModelInput::varies).mapToInt(ModelInput::size).sum();
  }

  /** Where they begin. */
  int inputFrom() {
    return inputs.stream().filter(ModelInput::varies).mapToInt(ModelInput::from).min().orElse(0);
  }

  /** The same for a graph that is fixed to so many samples at a time. */
  SamplePlan withBatch(int samples) {
    return new SamplePlan(inputs, samples);
  }
}
