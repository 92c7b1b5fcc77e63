package org.liegg.engine.dl4j.flow;

import java.util.Arrays;
import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.affine.ProductChoice;
import org.liegg.engine.dl4j.session.JacobianKernel;

/**
 * Differentiates a flow in single precision: a block of samples goes forward, then the gradients of
 * all their outputs go backward together, by the inputs alone. Memory is taken once, for the
 * largest block.
 */
final class FloatFlowKernel implements JacobianKernel {
  private static final float[] NONE = {};

  private final Flow flow;
  private final NativeBlas natives;
  private final FloatMatrices weights;
  private final FloatStep[] steps;
  private final Blocks blocks;

  /** By value, sample after sample. */
  private final float[][] values;

  /** By value, sample after sample and output after output; none where a value does not vary. */
  private final float[][] gradients;

  /** A kernel with weights of its own, which its forks share. */
  FloatFlowKernel(Flow flow, NativeBlas natives) {
    this(flow, natives, new FloatMatrices(flow));
  }

  private FloatFlowKernel(Flow flow, NativeBlas natives, FloatMatrices weights) {
    this.flow = flow;
    this.natives = natives;
    this.weights = weights;
    this.blocks = Blocks.of(flow, Float.BYTES);
    this.steps = FloatSteps.of(flow, weights, ProductChoice.rowFloats(natives), blocks.samples());
    this.values = new float[flow.values()][];
    this.gradients = new float[flow.values()][];
    for (int value = 0; value < values.length; value++) {
      int place = flow.place(value);
      int samples = blocks.samples();
      boolean own = place == value;
      values[value] = own ? new float[samples * flow.size(value)] : values[place];
      int rows = flow.varies(value) ? samples * blocks.outputs() : 0;
      gradients[value] =
          rows == 0 ? NONE : own ? new float[rows * flow.size(value)] : gradients[place];
    }
  }

  @Override
  public int inputs() {
    return flow.inputs();
  }

  @Override
  public int sampleSize() {
    return flow.sampleSize();
  }

  @Override
  public int inputFrom() {
    return flow.inputFrom();
  }

  @Override
  public int outputs() {
    return flow.outputs();
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public JacobianKernel fork() {
    return new FloatFlowKernel(flow, natives, weights);
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int from = 0; from < samples; from += blocks.samples()) {
      forward(x, from, Math.min(blocks.samples(), samples - from), responses);
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    for (int from = 0; from < samples; from += blocks.samples()) {
      int count = Math.min(blocks.samples(), samples - from);
      forward(x, from, count, responses);
      for (int output = 0; output < outputs(); output += blocks.outputs()) {
        int outputs = Math.min(blocks.outputs(), outputs() - output);
        backward(count, output, outputs);
        write(from, count, output, outputs, jacobians);
      }
    }
  }

  private void forward(double[] x, int from, int count, double[] responses) {
    for (int s = 0; s < flow.sources().size(); s++) {
      Flow.Source source = flow.sources().get(s);
      for (int n = 0; n < count; n++) {
        int at = (from + n) * flow.sampleSize() + source.from();
        round(x, at, values[s], n * source.size(), source.size());
      }
    }
    for (int s = 0; s < steps.length; s++) {
      int result = flow.sources().size() + s;
      steps[s].forward(of(values, flow.nodes().get(s).inputs()), values[result], count);
    }
    widen(values[values.length - 1], 0, responses, from * outputs(), count * outputs());
  }

  /** The gradients of some outputs for a block that went forward. */
  private void backward(int count, int output, int outputs) {
    boolean[] begun = new boolean[gradients.length];
    begin(gradients.length - 1, count * outputs, begun);
    float[] last = gradients[gradients.length - 1];
    for (int n = 0; n < count; n++) {
      for (int o = 0; o < outputs; o++) {
        last[(n * outputs + o) * outputs() + output + o] = 1;
      }
    }
    for (int s = steps.length - 1; s >= 0; s--) {
      Flow.Node node = flow.nodes().get(s);
      if (node.varies()) {
        for (int input : node.inputs()) {
          begin(input, count * outputs, begun);
        }
        int result = flow.sources().size() + s;
        steps[s].backward(gradients[result], of(gradients, node.inputs()), count, outputs);
      }
    }
  }

  /** Makes gradients 0 before the first are added; those in shared memory are there already. */
  private void begin(int value, int rows, boolean[] begun) {
    int place = flow.place(value);
    if (!begun[place] && flow.varies(value)) {
      Arrays.fill(gradients[place], 0, rows * flow.size(place), 0);
      begun[place] = true;
    }
  }

  private void write(int from, int count, int output, int outputs, double[] jacobians) {
    int column = 0;
    for (int s = 0; s < flow.sources().size(); s++) {
      int size = flow.size(s);
      for (int row = 0; flow.varies(s) && row < count * outputs; row++) {
        int sample = from + row / outputs;
        int to = (sample * outputs() + output + row % outputs) * inputs() + column;
        widen(gradients[s], row * size, jacobians, to, size);
      }
      column += flow.varies(s) ? size : 0;
    }
  }

  // Loops of their own are compiled once, and soon.

  private static void round(double[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = (float) source[from + i];
    }
  }

  private static void widen(float[] source, int from, double[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = source[from + i];
    }
  }

  private static float[][] of(float[][] all, int[] which) {
    float[][] some = new float[which.length][];
    for (int i = 0; i < which.length; i++) {
      some[i] = all[which[i]];
    }
    return some;
  }
}
