package org.liegg.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * A model's outputs and their derivatives at the samples of one batch: a Jacobian a sample, never
 * summed over outputs.
 *
 * @param samples number of samples
 * @param outputs k, outputs of the model
 * @param inputs d, inputs of the model
 * @param values ∂F_o/∂x_i at sample n, {@code samples × outputs × inputs}, row-major
 * @param responses F_o(x_n), {@code samples × outputs}, row-major
 */
public record Jacobians(int samples, int outputs, int inputs, double[] values, double[] responses) {

  /**
   * @throws IllegalArgumentException if a size is negative or an array has another length
   */
  public Jacobians {
    Shapes.requireNonNegative("samples", samples);
    Shapes.requireNonNegative("outputs", outputs);
    Shapes.requireNonNegative("inputs", inputs);
    Shapes.requireLength("Jacobians", values, (long) samples * outputs * inputs);
    Shapes.requireLength("Jacobians.responses", responses, (long) samples * outputs);
  }

  /** ∂F_output/∂x_input at a sample. */
  public double get(int sample, int output, int input) {
    return values[(sample * outputs + output) * inputs + input];
  }

  /** F_output at a sample. */
  public double response(int sample, int output) {
    return responses[sample * outputs + output];
  }

  /**
   * The samples {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if the range is not within the batch
   */
  public Jacobians slice(int from, int to) {
    Objects.checkFromToIndex(from, to, samples);
    if (from == 0 && to == samples) {
      return this;
    }
    int width = outputs * inputs;
    return new Jacobians(
        to - from,
        outputs,
        inputs,
        Arrays.copyOfRange(values, from * width, to * width),
        Arrays.copyOfRange(responses, from * outputs, to * outputs));
  }

  /** The responses as a batch, {@code samples × outputs}. */
  public Batch responseBatch() {
    return new Batch(samples, outputs, responses);
  }

  /** [J | −1]: outputs as more components behind the inputs, by which rows are J·v − w. */
  public Jacobians besideOutputs() {
    int width = inputs + outputs;
    double[] extended = new double[Math.multiplyExact(samples * outputs, width)];
    for (int row = 0; row < samples * outputs; row++) {
      System.arraycopy(values, row * inputs, extended, row * width, inputs);
      extended[row * width + inputs + row % outputs] = -1;
    }
    return new Jacobians(samples, outputs, width, extended, responses);
  }
}
