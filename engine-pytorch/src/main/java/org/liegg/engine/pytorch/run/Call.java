package org.liegg.engine.pytorch.run;

import java.util.List;

/**
 * How a model is called.
 *
 * @param inputs in the order of its method
 * @param batched whether its inputs have an axis of samples in front
 * @param single whether it takes one sample at a time
 * @param output the number of the tensor that is taken of those that come out
 */
public record Call(List<InputTensor> inputs, boolean batched, boolean single, int output) {

  /** Copies the list. */
  public Call {
    inputs = List.copyOf(inputs);
  }

  /** Values of one sample, all inputs together. */
  public int sampleSize() {
    return inputs.stream().mapToInt(InputTensor::size).sum();
  }

  /** Values of one sample that vary. */
  public int inputSize() {
    return inputs.stream().filter(InputTensor::varies).mapToInt(InputTensor::size).sum();
  }

  /** Where in a sample those begin that vary. */
  public int inputFrom() {
    int from = 0;
    for (InputTensor input : inputs) {
      if (input.varies()) {
        return from;
      }
      from += input.size();
    }
    return from;
  }
}
