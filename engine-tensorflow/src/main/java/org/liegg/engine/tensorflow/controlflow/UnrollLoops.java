package org.liegg.engine.tensorflow.controlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.FunctionBodies;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.runtime.ConstantValues;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code unroll-loops}: writes one loop out, turn after turn, where the number of turns follows
 * from shapes and constants, and replaces a branch by what it chooses. What depends on the samples
 * stays as it is.
 */
public final class UnrollLoops implements GraphPass {
  private final FunctionBodies bodies;
  private final InlineFunctions inlining;
  private final ModelFaults faults;

  public UnrollLoops(OpCatalog catalog, ModelFaults faults) {
    this.inlining = new InlineFunctions(catalog, faults);
    this.bodies = inlining.bodies();
    this.faults = faults;
  }

  @Override
  public String name() {
    return "unroll-loops";
  }

  /** The graph with the first loop or branch written out that can be; the same one if none can. */
  @Override
  public GraphDef apply(GraphDef graph) {
    for (NodeDef node : Topology.order(graph)) {
      if (!ControlFlow.isChoice(node.getOp())) {
        continue;
      }
      GraphEdit edit = new GraphEdit(graph);
      List<String> inputs = Nodes.tensors(node);
      Map<String, TensorProto> known =
          new ConstantValues(graph, faults).of(new LinkedHashSet<>(inputs));
      boolean written =
          ControlFlow.isLoop(node.getOp())
              ? unroll(edit, node, inputs, known)
              : choose(edit, node, inputs, known);
      if (written) {
        return inlining.apply(edit.build());
      }
    }
    return graph;
  }

  private boolean unroll(
      GraphEdit edit, NodeDef loop, List<String> inputs, Map<String, TensorProto> known) {
    Map<Integer, TensorProto> initial = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      TensorProto value = known.get(TensorName.of(inputs.get(i)).text());
      if (value != null) {
        initial.put(i, value);
      }
    }
    Optional<List<Map<Integer, TensorProto>>> turns =
        LoopBody.of(edit, loop, inlining, faults).turns(initial);
    if (turns.isEmpty()) {
      return false;
    }
    edit.remove(loop.getName());
    FunctionDef body = function(edit, loop.getAttrOrThrow("body").getFunc().getName());
    List<String> state = new ArrayList<>(inputs);
    for (int turn = 0; turn < turns.get().size(); turn++) {
      String prefix = "%s/turn_%d".formatted(loop.getName(), turn);
      for (Map.Entry<Integer, TensorProto> value : turns.get().get(turn).entrySet()) {
        String constant = edit.fresh(prefix + "/known_" + value.getKey());
        edit.put(Nodes.constant(constant, value.getValue()));
        state.set(value.getKey(), constant);
      }
      // The last entry is what is known when the loop ends.
      if (turn < turns.get().size() - 1) {
        state = new ArrayList<>(bodies.copy(edit, body, prefix, state, Map.of()));
      }
    }
    for (int i = 0; i < state.size(); i++) {
      edit.redirect(new TensorName(loop.getName(), i).text(), state.get(i));
    }
    return true;
  }

  private boolean choose(
      GraphEdit edit, NodeDef branch, List<String> inputs, Map<String, TensorProto> known) {
    TensorProto condition = known.get(TensorName.of(inputs.get(0)).text());
    if (condition == null) {
      return false;
    }
    String chosen;
    if (branch.getOp().endsWith("Case")) {
      var branches = branch.getAttrOrThrow("branches").getList().getFuncList();
      long index = Tensors.integers(condition)[0];
      int at = index < 0 || index >= branches.size() ? branches.size() - 1 : (int) index;
      chosen = branches.get(at).getName();
    } else {
      // A list that is not empty, whatever is in it; a truth value, or a number that is not 0:
      // some byte of it is not 0.
      boolean holds =
          condition.getTensorShape().getDimCount() > 0
              && Tensors.count(condition.getTensorShape()) > 0;
      for (byte part : condition.getTensorContent().toByteArray()) {
        holds |= part != 0;
      }
      chosen = branch.getAttrOrThrow(holds ? "then_branch" : "else_branch").getFunc().getName();
    }
    edit.remove(branch.getName());
    List<String> results =
        bodies.copy(
            edit,
            function(edit, chosen),
            branch.getName(),
            inputs.subList(1, inputs.size()),
            Map.of());
    for (int i = 0; i < results.size(); i++) {
      edit.redirect(new TensorName(branch.getName(), i).text(), results.get(i));
    }
    return true;
  }

  private FunctionDef function(GraphEdit edit, String name) {
    return edit.function(name).orElseThrow(() -> faults.corrupt("it lacks function " + name));
  }
}
