package org.liegg.engine.dl4j.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Differentiates any graph of Deeplearning4j's layers, vertex by vertex: all values forward in
 * inference mode; then, for every output, a gradient that is 1 there backward to the inputs that
 * vary, adding up where a value was used more than once.
 */
final class GraphKernel implements JacobianKernel {
  /** Values of all vertices together that a chunk of samples may have. */
  private static final long VALUES = 1 << 20;

  private static final int MOST = 256;

  private final GraphPlan plan;
  private final INDArray parameters;
  private final ComputationGraph graph;
  private final List<GraphSteps.Step> steps;
  private final int outputs;
  private final int chunk;

  /**
   * A kernel with a graph of its own; evaluates it once, at zeros.
   *
   * @throws ModelException if it cannot be evaluated
   */
  GraphKernel(GraphPlan plan, Precision precision) {
    this(plan, plan.array(precision));
  }

  private GraphKernel(GraphPlan plan, INDArray parameters) {
    this.plan = plan;
    this.parameters = parameters;
    this.graph = plan.graph(parameters);
    this.steps = GraphSteps.of(graph, plan);
    INDArray[] values = forward(new double[plan.sampleSize()], 0, 1);
    long all = 0;
    for (INDArray value : values) {
      all += value.length();
    }
    this.outputs = (int) values[values.length - 1].length();
    this.chunk = (int) Math.max(1, Math.min(MOST, VALUES / all));
    clear();
  }

  private GraphKernel(GraphKernel other) {
    this.plan = other.plan;
    this.parameters = other.parameters;
    this.graph = plan.graph(parameters);
    this.steps = GraphSteps.of(graph, plan);
    this.outputs = other.outputs;
    this.chunk = other.chunk;
  }

  @Override
  public int inputs() {
    return plan.inputs().stream().filter(GraphInput::varies).mapToInt(GraphInput::size).sum();
  }

  @Override
  public int sampleSize() {
    return plan.sampleSize();
  }

  @Override
  public int inputFrom() {
    return plan.inputs().stream()
        .filter(GraphInput::varies)
        .mapToInt(GraphInput::from)
        .min()
        .orElse(0);
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public Precision precision() {
    return parameters.dataType() == DataType.FLOAT ? Precision.FLOAT : Precision.DOUBLE;
  }

  @Override
  public JacobianKernel fork() {
    return new GraphKernel(this);
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      INDArray[] values = forward(x, from, count);
      copy(SampleAxis.first(values[values.length - 1], count), responses, from * outputs);
      clear();
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
    for (int from = 0; from < samples; from += chunk) {
      int count = Math.min(chunk, samples - from);
      INDArray[] values = forward(x, from, count);
      INDArray last = values[values.length - 1];
      copy(SampleAxis.first(last, count), responses, from * outputs);
      for (int o = 0; o < outputs; o++) {
        INDArray seed = Nd4j.zeros(last.dataType(), count, outputs);
        seed.getColumn(o).assign(1);
        backward(values, SampleAxis.like(last, seed), from, o, jacobians);
      }
      clear();
    }
  }

  /** The values of all inputs and steps. */
  private INDArray[] forward(double[] x, int from, int count) {
    List<GraphInput> inputs = plan.inputs();
    INDArray[] values = new INDArray[inputs.size() + steps.size()];
    for (int i = 0; i < inputs.size(); i++) {
      values[i] = input(inputs.get(i), x, from, count);
      graph.setInput(i, values[i]);
    }
    for (int s = 0; s < steps.size(); s++) {
      GraphSteps.Step step = steps.get(s);
      INDArray[] before = new INDArray[step.inputs().length];
      for (int i = 0; i < before.length; i++) {
        before[i] = values[step.inputs()[i]];
      }
      try {
        values[inputs.size() + s] = step.node().forward(before, count);
      } catch (RuntimeException e) {
        throw failed(step, "evaluated", e);
      }
    }
    return values;
  }

  private INDArray input(GraphInput input, double[] x, int from, int count) {
    int width = plan.sampleSize();
    double[] own = new double[count * input.size()];
    for (int n = 0; n < count; n++) {
      System.arraycopy(x, (from + n) * width + input.from(), own, n * input.size(), input.size());
    }
    return Nd4j.createFromArray(own).castTo(parameters.dataType()).reshape('c', input.shape(count));
  }

  private void backward(
      INDArray[] values, INDArray seed, int from, int output, double[] jacobians) {
    @Nullable INDArray[] gradients = new INDArray[values.length];
    gradients[values.length - 1] = seed;
    int first = plan.inputs().size();
    for (int s = steps.size() - 1; s >= 0; s--) {
      INDArray gradient = gradients[first + s];
      GraphSteps.Step step = steps.get(s);
      if (gradient == null || !step.varies()) {
        continue;
      }
      gradients[first + s] = null;
      INDArray[] before;
      try {
        // A copy: other gradients may be views of the same values, and layers work in place.
        before = step.node().backward(gradient.dup('c'));
      } catch (RuntimeException e) {
        throw failed(step, "differentiated", e);
      }
      for (int i = 0; i < step.inputs().length; i++) {
        int at = step.inputs()[i];
        if (at >= first ? steps.get(at - first).varies() : plan.inputs().get(at).varies()) {
          add(gradients, at, before[i], step);
        }
      }
    }
    int column = 0;
    for (int i = 0; i < first; i++) {
      GraphInput input = plan.inputs().get(i);
      if (input.varies()) {
        scatter(gradients[i], from, output, column, input.size(), jacobians);
        column += input.size();
      }
    }
  }

  private void add(
      @Nullable INDArray[] gradients, int at, @Nullable INDArray more, GraphSteps.Step step) {
    if (more == null) {
      throw plan.faults()
          .unsupported(
              step.title() + " is not differentiable in its input",
              "take another input or another output");
    }
    INDArray sum = gradients[at];
    gradients[at] = sum == null ? more : sum.add(more);
  }

  /** Puts the gradients of one output, {@code samples × size}, in their places. */
  private void scatter(
      @Nullable INDArray gradient, int from, int output, int column, int size, double[] jacobians) {
    if (gradient == null) {
      return;
    }
    double[] values = new double[(int) gradient.length()];
    copy(gradient, values, 0);
    int inputs = inputs();
    for (int n = 0; n < values.length / size; n++) {
      System.arraycopy(
          values, n * size, jacobians, ((from + n) * outputs + output) * inputs + column, size);
    }
  }

  private static void copy(INDArray array, double[] to, int at) {
    double[] values = array.dup('c').data().asDouble();
    System.arraycopy(values, 0, to, at, (int) array.length());
  }

  private void clear() {
    steps.forEach(step -> step.node().clear());
  }

  private ModelException failed(GraphSteps.Step step, String what, RuntimeException cause) {
    if (cause instanceof ModelException known) {
      return known;
    }
    return plan.faults()
        .unsupported(
            "%s cannot be %s: %s".formatted(step.title(), what, Text.message(cause)),
            "see whether the network takes samples of shape "
                + plan.inputs().stream()
                    .map(input -> InputShape.text(input.shape()))
                    .collect(Collectors.joining(" and ")),
            cause);
  }
}
