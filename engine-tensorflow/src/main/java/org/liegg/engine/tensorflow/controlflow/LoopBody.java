package org.liegg.engine.tensorflow.controlflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.FunctionBodies;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.runtime.ConstantValues;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * The part of a loop that is known beforehand: which of its variables depend on nothing but
 * constants and each other, as counters do, and the values that they take.
 *
 * @param loop the node
 * @param graph its body and its condition, without functions
 * @param faults words what is wrong with the model
 */
record LoopBody(NodeDef loop, GraphDef graph, ModelFaults faults) {
  private static final int MAX_TURNS = 10_000;

  /** What all turns together may take to remember. */
  private static final long MAX_BYTES = 64L << 20;

  private static final String CONDITION = "liegg_condition";

  /**
   * A loop.
   *
   * @param edit the graph that the loop stands in
   */
  static LoopBody of(GraphEdit edit, NodeDef loop, InlineFunctions inlining, ModelFaults faults) {
    GraphEdit flat = new GraphEdit(edit.build().toBuilder().clearNode().build());
    List<DataType> types = loop.getAttrOrThrow("T").getList().getTypeList();
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      flat.put(
          Nodes.node(argument(i), "Placeholder")
              .putAttr("dtype", Nodes.type(types.get(i)))
              .build());
      arguments.add(argument(i));
    }
    FunctionBodies bodies = inlining.bodies();
    List<String> next =
        bodies.copy(flat, body(flat, loop, "body", faults), "liegg_body", arguments, Map.of());
    for (int i = 0; i < next.size(); i++) {
      flat.put(Nodes.identity(result(i), next.get(i), types.get(i)));
    }
    List<String> condition =
        bodies.copy(flat, body(flat, loop, "cond", faults), "liegg_cond", arguments, Map.of());
    flat.put(Nodes.identity(CONDITION, condition.get(0), DataType.DT_BOOL));
    return new LoopBody(loop, inlining.apply(flat.build()), faults);
  }

  private static FunctionDef body(
      GraphEdit flat, NodeDef loop, String attribute, ModelFaults faults) {
    String name = loop.getAttrOrThrow(attribute).getFunc().getName();
    return flat.function(name).orElseThrow(() -> faults.corrupt("it lacks function " + name));
  }

  /**
   * The values of the known variables at the start of every turn, and at the end.
   *
   * @param initial the known ones among the initial values, by position
   * @return none if the number of turns is not known
   */
  Optional<List<Map<Integer, TensorProto>>> turns(Map<Integer, TensorProto> initial) {
    Map<String, Set<Integer>> needs = needs();
    Set<Integer> known = new TreeSet<>(initial.keySet());
    boolean fewer = true;
    while (fewer) {
      fewer = known.removeIf(i -> !known.containsAll(needs.getOrDefault(result(i), Set.of(-1))));
    }
    if (!known.containsAll(needs.getOrDefault(CONDITION, Set.of(-1)))) {
      return Optional.empty();
    }
    List<String> outputs = new ArrayList<>(known.stream().map(LoopBody::result).toList());
    outputs.add(CONDITION);
    GraphDef part = new PruneToOutputs(outputs).apply(graph);
    try (NativeGraph taken = NativeGraph.of(part, faults)) {
      return run(taken, new ArrayList<>(known), initial);
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<Map<Integer, TensorProto>>> run(
      NativeGraph taken, List<Integer> known, Map<Integer, TensorProto> initial) {
    List<Map<Integer, TensorProto>> turns = new ArrayList<>();
    Map<Integer, TensorProto> now = new TreeMap<>();
    known.forEach(i -> Optional.ofNullable(initial.get(i)).ifPresent(value -> now.put(i, value)));
    long bytes = 0;
    while (turns.size() <= MAX_TURNS && bytes <= MAX_BYTES) {
      turns.add(new TreeMap<>(now));
      try (Feeds feeds = new Feeds(taken, now)) {
        Session.Runner runner = taken.session().runner();
        feeds.feed(runner);
        runner.fetch(taken.tensor(CONDITION));
        known.forEach(i -> runner.fetch(taken.tensor(result(i))));
        try (Result result = runner.run()) {
          if (result.get(0).asRawTensor().data().getByte(0) == 0) {
            return Optional.of(turns);
          }
          for (int i = 0; i < known.size(); i++) {
            bytes += result.get(i + 1).numBytes();
            now.put(known.get(i), ConstantValues.proto(result.get(i + 1)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Which loop variables each node is computed from; -1 stands for what is never known. */
  private Map<String, Set<Integer>> needs() {
    Map<String, Integer> arguments = new HashMap<>();
    for (int i = 0; i < loop.getInputCount(); i++) {
      arguments.put(argument(i), i);
    }
    Map<String, Set<Integer>> needs = new HashMap<>();
    for (NodeDef node : Topology.order(graph)) {
      Set<Integer> own = new HashSet<>();
      Integer argument = arguments.get(node.getName());
      if (argument != null) {
        own.add(argument);
      } else if (ControlFlow.isStructured(node.getOp()) || node.getOp().equals("VarHandleOp")) {
        own.add(-1);
      }
      for (String input : Nodes.tensors(node)) {
        own.addAll(needs.getOrDefault(TensorName.nodeOf(input), Set.of(-1)));
      }
      needs.put(node.getName(), own);
    }
    return needs;
  }

  private static String argument(int index) {
    return "liegg_argument_" + index;
  }

  private static String result(int index) {
    return "liegg_result_" + index;
  }

  /** Values of loop variables as tensors, for those that the graph still reads. */
  private static final class Feeds implements AutoCloseable {
    private final Map<String, Tensor> tensors = new HashMap<>();

    Feeds(NativeGraph taken, Map<Integer, TensorProto> values) {
      values.forEach(
          (i, value) -> {
            if (taken.graph().operation(argument(i)) != null) {
              tensors.put(argument(i), ConstantValues.tensor(value));
            }
          });
    }

    void feed(Session.Runner runner) {
      tensors.forEach(runner::feed);
    }

    @Override
    public void close() {
      Collection<Tensor> all = tensors.values();
      all.forEach(Tensor::close);
    }
  }
}
