package org.liegg.tck;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;

/** Batches made of other batches, and what belongs to their samples. */
final class Samples {

  private Samples() {}

  /** These samples in this order; a sample may come more than once. */
  static Batch of(Batch batch, int... samples) {
    return new Batch(
        samples.length, batch.columns(), blocks(batch.values(), batch.columns(), samples));
  }

  /** The Jacobians of these samples in this order. */
  static Jacobians of(Jacobians jacobians, int... samples) {
    int outputs = jacobians.outputs();
    int inputs = jacobians.inputs();
    return new Jacobians(
        samples.length,
        outputs,
        inputs,
        blocks(jacobians.values(), outputs * inputs, samples),
        blocks(jacobians.responses(), outputs, samples));
  }

  /** One batch after the other. */
  static Batch joined(Batch first, Batch second) {
    double[] values = new double[first.values().length + second.values().length];
    System.arraycopy(first.values(), 0, values, 0, first.values().length);
    System.arraycopy(second.values(), 0, values, first.values().length, second.values().length);
    return new Batch(first.rows() + second.rows(), first.columns(), values);
  }

  /** The first batch with the inputs that do not vary taken from the second. */
  static Batch withOthers(Batch batch, Batch others, ModelInfo info) {
    double[] values = others.values().clone();
    for (int row = 0; row < batch.rows(); row++) {
      int at = row * info.sampleSize() + info.inputFrom();
      System.arraycopy(batch.values(), at, values, at, info.inputSize());
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  private static double[] blocks(double[] values, int width, int[] samples) {
    double[] chosen = new double[samples.length * width];
    for (int i = 0; i < samples.length; i++) {
      System.arraycopy(values, samples[i] * width, chosen, i * width, width);
    }
    return chosen;
  }
}
