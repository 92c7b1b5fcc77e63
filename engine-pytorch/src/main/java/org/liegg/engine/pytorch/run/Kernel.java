package org.liegg.engine.pytorch.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.liegg.api.spi.support.GradientKernel;

/**
 * Evaluates and differentiates a model. A row is a pair of a sample and an output: many rows go
 * through the model at a time, and one way back gives the derivatives of all of them.
 */
public final class Kernel implements GradientKernel {
  private static final int MAX_ROWS = 1024;

  /** Input values of the rows that go through the model at a time. */
  private static final int MAX_VALUES = 1 << 18;

  private final LoadedModel model;
  private final Call call;
  private final int outputs;
  private final int rows;
  private boolean closed;

  /**
   * A kernel, which closes the model.
   *
   * @param outputs k, values that come out for a sample
   */
  public Kernel(LoadedModel model, Call call, int outputs) {
    this.model = model;
    this.call = call;
    this.outputs = outputs;
    this.rows =
        call.single()
            ? 1
            : Math.max(1, Math.min(MAX_ROWS, MAX_VALUES / Math.max(1, call.sampleSize())));
  }

  /**
   * What comes out of a model.
   *
   * @param call of which the output is not looked at
   * @param count samples
   * @throws RuntimeFailure if it fails
   */
  public static List<ModelOutput> outputs(LoadedModel model, Call call, int count) {
    double[] halves = new double[Math.multiplyExact(count, call.sampleSize())];
    Arrays.fill(halves, 0.5);
    try (PtNDManager tensors = model.tensors()) {
      NDList found = model.run(inputs(model, call, tensors, halves, count), false);
      return found.stream()
          .map(
              value ->
                  new ModelOutput(
                      value.getName() == null ? "" : value.getName(),
                      value.getDataType().name().toLowerCase(Locale.ROOT),
                      Arrays.stream(value.getShape().getShape()).boxed().toList()))
          .toList();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws RuntimeFailure if the model fails
   */
  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    int width = call.sampleSize();
    for (int from = 0; from < samples; from += rows) {
      int count = Math.min(rows, samples - from);
      double[] some = Arrays.copyOfRange(x, from * width, (from + count) * width);
      try (PtNDManager tensors = model.tensors()) {
        NDArray taken = taken(model.run(inputs(model, call, tensors, some, count), false), count);
        System.arraycopy(LoadedModel.values(taken), 0, responses, from * outputs, count * outputs);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws RuntimeFailure if the model fails, or has an operation without a derivative
   */
  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    long pairs = (long) samples * outputs;
    for (long from = 0; from < pairs; from += rows) {
      differentiate(x, from, (int) Math.min(rows, pairs - from), responses, jacobians);
    }
  }

  private void differentiate(
      double[] x, long from, int count, double[] responses, double[] jacobians) {
    int width = call.sampleSize();
    double[] some = new double[count * width];
    double[] seeds = new double[count * outputs];
    for (int row = 0; row < count; row++) {
      int sample = (int) ((from + row) / outputs);
      System.arraycopy(x, sample * width, some, row * width, width);
      seeds[row * outputs + (int) ((from + row) % outputs)] = 1;
    }
    try (PtNDManager tensors = model.tensors()) {
      NDList inputs = inputs(model, call, tensors, some, count);
      NDArray taken = taken(model.run(inputs, true), count);
      double[] values = LoadedModel.values(taken);
      for (int row = 0; row < count; row++) {
        int sample = (int) ((from + row) / outputs);
        System.arraycopy(values, row * outputs, responses, sample * outputs, outputs);
      }
      List<Long> shape = Arrays.stream(taken.getShape().getShape()).boxed().toList();
      if (model.back(taken, model.tensor(tensors, seeds, shape))) {
        copyGradients(inputs, from, count, jacobians);
      }
    }
  }

  private void copyGradients(NDList inputs, long from, int count, double[] jacobians) {
    int d = call.inputSize();
    int at = 0;
    for (int i = 0; i < call.inputs().size(); i++) {
      InputTensor input = call.inputs().get(i);
      if (!input.varies()) {
        continue;
      }
      int size = input.size();
      double[] found = LoadedModel.values(inputs.get(i).getGradient());
      for (int row = 0; row < count; row++) {
        System.arraycopy(found, row * size, jacobians, (int) ((from + row) * d) + at, size);
      }
      at += size;
    }
  }

  private NDArray taken(NDList found, int count) {
    NDArray taken = found.get(call.output());
    if (taken.size() != (long) count * outputs) {
      throw new RuntimeFailure(
          new IllegalArgumentException(
              "%d values come out for %d samples, and %d did when it was opened"
                  .formatted(taken.size(), count, outputs)));
    }
    return taken;
  }

  private static NDList inputs(
      LoadedModel model, Call call, PtNDManager tensors, double[] some, int count) {
    NDList inputs = new NDList();
    int width = call.sampleSize();
    int at = 0;
    for (InputTensor input : call.inputs()) {
      int size = input.size();
      double[] values = new double[count * size];
      for (int row = 0; row < count; row++) {
        System.arraycopy(some, row * width + at, values, row * size, size);
      }
      NDArray tensor = model.tensor(tensors, values, input.shape(count, call.batched()));
      tensor.setRequiresGradient(input.varies());
      inputs.add(tensor);
      at += size;
    }
    return inputs;
  }

  @Override
  public Kernel fork() {
    return new Kernel(model.shared(), call, outputs);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      model.close();
    }
  }
}
