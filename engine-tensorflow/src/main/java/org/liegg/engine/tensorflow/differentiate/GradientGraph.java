package org.liegg.engine.tensorflow.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;

/**
 * A model's graph with the gradients of some outputs at a time, one subgraph a slot, shared by all
 * sessions on it and closed with the last of them.
 */
final class GradientGraph {
  private final NativeGraph nativeGraph;
  private final SamplePlan plan;
  private final DataType type;
  private final int outputs;
  private final List<List<Slice>> gradients;
  private final boolean eachRow;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * The gradient of a slot's output by one input.
   *
   * @param gradient {@code rows × size}
   * @param size values of the input in one sample
   * @param at where they begin among the inputs that vary
   */
  record Slice(Output<?> gradient, int size, int at) {}

  private GradientGraph(
      NativeGraph nativeGraph,
      SamplePlan plan,
      DataType type,
      int outputs,
      List<List<Slice>> gradients,
      boolean eachRow) {
    this.nativeGraph = nativeGraph;
    this.plan = plan;
    this.type = type;
    this.outputs = outputs;
    this.gradients = gradients;
    this.eachRow = eachRow;
  }

  /**
   * Takes a graph in and adds gradients.
   *
   * @param graph of one precision, computing {@link ModelTarget#ROOT}
   * @param slots outputs that are differentiated in one run; 0 for none, {@link
   *     GradientNodes#EACH_ROW} for one in every row
   * @throws org.tensorflow.exceptions.TensorFlowException if an operation has no gradient
   */
  static GradientGraph of(
      GraphDef graph, SamplePlan plan, DataType type, int outputs, int slots, ModelFaults faults) {
    GraphDef seeded = GradientNodes.added(graph, type, outputs, slots == 0 ? 1 : slots);
    if (slots == 0) {
      return new GradientGraph(
          NativeGraph.of(seeded, faults), plan, type, outputs, List.of(), false);
    }
    List<ModelInput> varying = plan.inputs().stream().filter(ModelInput::varies).toList();
    List<Optional<String>> first;
    NativeGraph taken = NativeGraph.of(seeded, faults);
    try {
      first = differentiate(taken, varying);
      if (slots > 1) {
        GraphDef copied = SlotCopies.of(taken.graph().toGraphDef(), slots);
        taken.close();
        taken = NativeGraph.derived(copied, faults);
      }
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
    List<List<Slice>> gradients = new ArrayList<>();
    for (int slot = 0; slot < Math.abs(slots); slot++) {
      List<Slice> slices = new ArrayList<>();
      for (int i = 0; i < varying.size(); i++) {
        if (first.get(i).isPresent()) {
          ModelInput input = varying.get(i);
          Output<?> gradient = taken.tensor(SlotCopies.name(first.get(i).get(), slot));
          slices.add(new Slice(gradient, input.size(), input.from() - plan.inputFrom()));
        }
      }
      gradients.add(slices);
    }
    boolean eachRow = slots == GradientNodes.EACH_ROW;
    return new GradientGraph(taken, plan, type, outputs, gradients, eachRow);
  }

  /** The names of the first slot's gradients; none for those that are zero everywhere. */
  private static List<Optional<String>> differentiate(NativeGraph graph, List<ModelInput> varying) {
    Output<?>[] y = {graph.tensor(GradientNodes.FLAT)};
    Output<?>[] x =
        varying.stream().map(input -> graph.tensor(input.node())).toArray(Output<?>[]::new);
    Output<?>[] seed = {graph.tensor(GradientNodes.seed(0))};
    List<Optional<String>> names = new ArrayList<>();
    for (Output<?> dx : graph.graph().addGradients(SlotCopies.PREFIX, y, x, seed)) {
      names.add(
          NativeGraph.exists(dx)
              ? Optional.of(new TensorName(dx.op().name(), dx.index()).text())
              : Optional.empty());
    }
    return names;
  }

  NativeGraph nativeGraph() {
    return nativeGraph;
  }

  SamplePlan plan() {
    return plan;
  }

  DataType type() {
    return type;
  }

  /** k. */
  int outputs() {
    return outputs;
  }

  /** Whether every row has an output of its own. */
  boolean eachRow() {
    return eachRow;
  }

  int slots() {
    return gradients.size();
  }

  /** What is not zero everywhere of a slot's gradient. */
  List<Slice> gradient(int slot) {
    return gradients.get(slot);
  }

  /** One more session uses it. */
  GradientGraph retain() {
    users.incrementAndGet();
    return this;
  }

  /** One session less uses it. */
  void release() {
    if (users.decrementAndGet() == 0) {
      nativeGraph.close();
    }
  }
}
