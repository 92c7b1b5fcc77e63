package org.liegg.engine.tensorflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.KernelGradient;
import org.liegg.engine.tensorflow.differentiate.Kernels;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.lower.NodeScope;
import org.liegg.engine.tensorflow.lower.ToFloating;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.liegg.engine.tensorflow.runtime.Shapes;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Finds the operation whose gradient is wrong: goes from the output towards the inputs for as long
 * as one of the tensors that a node reads has a wrong gradient too.
 */
final class Suspects {
  private static final int MAX_TRIES = 200;

  private final GraphDef graph;
  private final SamplePlan plan;
  private final Batch samples;
  private final Duration timeout;
  private final ModelFaults faults;
  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final Map<String, Boolean> tried = new HashMap<>();
  private final Set<String> varying;

  Suspects(LoweredModel model, Batch samples, ModelFaults faults) {
    this.graph =
        new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults).apply(model.graph());
    this.plan = model.plan();
    this.timeout = model.timeout();
    this.samples = samples;
    this.faults = faults;
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    Set<String> inputs = new HashSet<>();
    plan.inputs().stream().filter(ModelInput::varies).forEach(i -> inputs.add(i.node()));
    this.varying = Topology.downstream(Topology.order(graph), inputs);
  }

  /** The operation, or all that are not among the plainest where it cannot be told. */
  String find() {
    NodeDef node = nodes.get(ModelTarget.ROOT);
    while (node != null) {
      NodeDef at = node;
      Optional<String> wrong =
          Nodes.tensors(at).stream()
              .filter(input -> varying.contains(TensorName.nodeOf(input)))
              .filter(this::isWrong)
              .findFirst();
      if (wrong.isEmpty()) {
        return Nodes.passesOn(at) ? all() : "%s (node %s)".formatted(at.getOp(), at.getName());
      }
      node = nodes.get(TensorName.nodeOf(wrong.get()));
    }
    return all();
  }

  private boolean isWrong(String tensor) {
    Boolean known = tried.get(tensor);
    if (known != null) {
      return known;
    }
    boolean wrong = tried.size() < MAX_TRIES && check(tensor);
    tried.put(tensor, wrong);
    return wrong;
  }

  /** Checks a random sum of the tensor's numbers; what cannot be checked counts as right. */
  private boolean check(String tensor) {
    try {
      GraphDef summed = summed(tensor);
      LoweredModel part = new LoweredModel(summed, plan, 1, timeout);
      ModelInfo info =
          new ModelInfo(
              new ModelInfo.Origin(tensor, "", "", ""),
              plan.inputSize(),
              new ModelInfo.Taken(1, "", ""),
              Precision.DOUBLE,
              new ModelInfo.Varying("", plan.sampleSize(), plan.inputFrom()),
              org.liegg.api.SelfCheck.skipped());
      try (ModelGradient session =
          new KernelGradient(
              info, List.of(), Kernels.exact(part, DataType.DT_DOUBLE, faults), faults::running)) {
        return GradientCheck.error(session, samples) > GradientCheck.TOLERANCE;
      }
    } catch (RuntimeException e) {
      return false;
    }
  }

  private GraphDef summed(String tensor) {
    int size;
    try (NativeGraph taken = NativeGraph.of(graph, faults)) {
      long[] shape = taken.shape(tensor).orElseThrow();
      long values = 1;
      for (int axis = 1; axis < shape.length; axis++) {
        values = DataTypes.product(values, shape[axis]);
      }
      size = Math.toIntExact(values);
    }
    GraphEdit edit = new GraphEdit(graph);
    NodeScope scope =
        new NodeScope(
            edit,
            Nodes.node("liegg_sum", "Identity", tensor).build(),
            DataType.DT_DOUBLE,
            new Shapes(graph, faults));
    double[] weights = new Random(3).doubles(size, 0.5, 1.5).toArray();
    String flat = scope.reshaped(tensor, -1, size);
    String sum = scope.op("MatMul", flat, scope.matrix(weights, size, 1));
    edit.put(Nodes.identity(ModelTarget.ROOT, sum, DataType.DT_DOUBLE));
    return new PruneToOutputs(ModelTarget.roots(plan.inputs().size())).apply(edit.build());
  }

  private String all() {
    Set<String> ops = new TreeSet<>();
    varying.forEach(
        name -> Optional.ofNullable(nodes.get(name)).map(NodeDef::getOp).ifPresent(ops::add));
    ops.removeAll(
        Set.of("Placeholder", "Identity", "MatMul", "Mul", "AddV2", "Add", "BiasAdd", "Reshape"));
    return "one of " + ModelFaults.listed(ops);
  }
}
