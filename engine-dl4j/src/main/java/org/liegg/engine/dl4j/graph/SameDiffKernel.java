package org.liegg.engine.dl4j.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.liegg.api.ModelException;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Differentiates a SameDiff graph of one input: a backward pass for every output. */
final class SameDiffKernel implements JacobianKernel {
  /** Inputs and outputs that a chunk of samples may have. */
  private static final long VALUES = 1 << 18;

  private static final int MOST = 256;

  private final SameDiff source;
  private final GraphInput input;
  private final String output;
  private final Precision precision;
  private final ModelFaults faults;
  private final SeededGraph graph;
  private final int outputs;
  private final int chunk;

  /**
   * @param source in the arithmetic of the kernel; not changed
   * @throws ModelException if it cannot be evaluated
   */
  SameDiffKernel(
      SameDiff source, GraphInput input, String output, Precision precision, ModelFaults faults) {
    this.source = source;
    this.input = input;
    this.output = output;
    this.precision = precision;
    this.faults = faults;
    this.graph = new SeededGraph(source.dup(), output, List.of(input.name()));
    this.outputs = (int) value(placeholders(new double[input.size()], 0, 1), 1).length();
    long perSample = (long) input.size() + outputs;
    this.chunk = (int) Math.max(1, Math.min(MOST, VALUES / perSample));
  }

  @Override
  public int inputs() {
    return input.size();
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public JacobianKernel fork() {
    return new SameDiffKernel(source, input, output, precision, faults);
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      copy(value(placeholders(x, from, count), count), responses, from * outputs);
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      Map<String, INDArray> placeholders = placeholders(x, from, count);
      INDArray value = value(placeholders, count);
      copy(value, responses, from * outputs);
      double[] row = new double[count * input.size()];
      for (int o = 0; o < outputs; o++) {
        INDArray seed = Nd4j.zeros(value.dataType(), count, outputs);
        seed.getColumn(o).assign(1);
        copy(gradient(placeholders, seed.reshape('c', value.shape())), row, 0);
        for (int n = 0; n < count; n++) {
          int at = ((from + n) * outputs + o) * input.size();
          System.arraycopy(row, n * input.size(), jacobians, at, input.size());
        }
      }
    }
  }

  private Map<String, INDArray> placeholders(double[] x, int from, int count) {
    int at = from * input.size();
    double[] own = Arrays.copyOfRange(x, at, at + count * input.size());
    return Map.of(
        input.name(),
        Nd4j.createFromArray(own)
            .castTo(GraphPlan.type(precision))
            .reshape('c', input.shape(count)));
  }

  private INDArray value(Map<String, INDArray> placeholders, int count) {
    INDArray value;
    try {
      value = graph.output(placeholders);
    } catch (RuntimeException e) {
      throw faults.unsupported(
          "'%s' cannot be evaluated from '%s' alone: %s"
              .formatted(output, input.name(), Text.message(e)),
          "see whether samples of shape %s are right, and make other placeholders constants"
              .formatted(InputShape.text(input.shape())),
          e);
    }
    if (value.rank() == 0 || value.size(0) != count) {
      throw faults.output(
          "'%s' has no axis of samples".formatted(output),
          "take a variable whose first axis counts samples");
    }
    return value;
  }

  private INDArray gradient(Map<String, INDArray> placeholders, INDArray seed) {
    INDArray gradient;
    try {
      gradient = graph.gradients(placeholders, seed).get(input.name());
    } catch (RuntimeException e) {
      throw faults.unsupported(
          "'%s' cannot be differentiated: %s".formatted(output, Text.message(e)),
          "take another variable as the output",
          e);
    }
    if (gradient == null) {
      throw faults.unsupported(
          "'%s' has no gradient by '%s'".formatted(output, input.name()),
          "take another variable as the output");
    }
    return gradient;
  }

  private static void copy(INDArray array, double[] to, int at) {
    System.arraycopy(array.dup('c').data().asDouble(), 0, to, at, (int) array.length());
  }
}
