package org.liegg.engine.tensorflow.graph;

import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * {@code inline-functions}: replaces calls of library functions by their bodies, and theirs in
 * turn. The gradient of a call is built without complaint and fails when it is run.
 */
public final class InlineFunctions implements GraphPass {
  private final FunctionBodies bodies;
  private final ModelFaults faults;

  public InlineFunctions(OpCatalog catalog, ModelFaults faults) {
    this.bodies = new FunctionBodies(catalog, faults);
    this.faults = faults;
  }

  /** What copies the bodies. */
  public FunctionBodies bodies() {
    return bodies;
  }

  @Override
  public String name() {
    return "inline-functions";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    new FunctionCalls(graph, faults).requireBounded();
    GraphEdit edit = new GraphEdit(graph);
    boolean again = true;
    while (again) {
      again = false;
      for (NodeDef node : edit.nodes()) {
        Optional<FunctionDef> callee = callee(edit, node);
        if (callee.isPresent()) {
          inline(edit, node, callee.get());
          again = true;
        }
      }
    }
    return edit.build();
  }

  private Optional<FunctionDef> callee(GraphEdit edit, NodeDef node) {
    boolean call =
        node.getOp().equals("PartitionedCall") || node.getOp().equals("StatefulPartitionedCall");
    String name = call ? node.getAttrOrThrow("f").getFunc().getName() : node.getOp();
    Optional<FunctionDef> function = edit.function(name);
    if (call && function.isEmpty()) {
      throw faults.corrupt(
          "node %s calls function %s, which it lacks".formatted(node.getName(), name));
    }
    return function;
  }

  private void inline(GraphEdit edit, NodeDef node, FunctionDef function) {
    edit.remove(node.getName());
    List<String> results =
        bodies.copy(
            edit,
            function,
            node.getName(),
            Nodes.tensors(node),
            node.containsAttr("f")
                ? node.getAttrOrThrow("f").getFunc().getAttrMap()
                : node.getAttrMap());
    for (int i = 0; i < results.size(); i++) {
      edit.redirect(new TensorName(node.getName(), i).text(), results.get(i));
    }
  }
}
