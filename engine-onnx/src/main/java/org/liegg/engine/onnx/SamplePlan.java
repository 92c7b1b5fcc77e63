package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.ModelInfo;

/**
 * What a sample is.
 *
 * @param inputs in the order in which a sample holds them
 * @param declared samples at a time that the file asks for: 0 for any number
 */
record SamplePlan(List<ModelInput> inputs, int declared) {

  /** Whether an input has no axis of samples, so that there can be one sample at a time. */
  boolean single() {
    return inputs.stream().anyMatch(input -> !input.batched());
  }

  /** Values of one sample. */
  int sampleSize() {
    return inputs.stream().mapToInt(input -> input.shape().count()).sum();
  }

  /** Values of one sample that vary. */
  int inputSize() {
    return inputs.stream()
        .filter(ModelInput::varies)
        .mapToInt(input -> input.shape().count())
        .sum();
  }

  /** Where in a sample those begin that vary. */
  int inputFrom() {
    int from = 0;
    for (ModelInput input : inputs) {
      if (input.varies()) {
        return from;
      }
      from += input.shape().count();
    }
    return from;
  }

  /** What reports call what varies. */
  String varying() {
    List<ModelInput> varying = inputs.stream().filter(ModelInput::varies).toList();
    return inputs.size() == 1 || varying.size() > 1 ? ModelInfo.ONLY_INPUT : varying.get(0).name();
  }
}
