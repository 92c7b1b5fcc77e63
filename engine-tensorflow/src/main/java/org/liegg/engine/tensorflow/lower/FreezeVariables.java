package org.liegg.engine.tensorflow.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.read.VariableValues;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code freeze-variables}: makes constants of variables, and of reading them something that has a
 * derivative.
 */
record FreezeVariables(VariableValues values, ModelFaults faults) implements GraphPass {
  private static final Set<String> HANDLES = Set.of("VarHandleOp");
  private static final Set<String> REFERENCES = Set.of("VariableV2", "Variable");
  private static final Set<String> READING =
      Set.of("ReadVariableOp", "ResourceGather", "ResourceGatherNd", "VariableShape");

  @Override
  public String name() {
    return "freeze-variables";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    GraphEdit edit = new GraphEdit(graph);
    Map<String, NodeDef> variables = new LinkedHashMap<>();
    for (NodeDef node : edit.nodes()) {
      if (HANDLES.contains(node.getOp()) || REFERENCES.contains(node.getOp())) {
        variables.put(node.getName(), node);
      }
    }
    Map<String, TensorProto> frozen = values.read(variables.values());
    frozen.forEach((name, value) -> FiniteParameters.requireFinite(name, value, faults));
    for (NodeDef node : edit.nodes()) {
      if (READING.contains(node.getOp())) {
        edit.put(reading(edit, node, frozen));
      }
    }
    variables.keySet().forEach(name -> edit.put(Nodes.constant(name, value(frozen, name))));
    for (NodeDef node : edit.nodes()) {
      if (node.getOp().equals("Identity") && Nodes.type(node, "T") == DataType.DT_RESOURCE) {
        edit.remove(node.getName());
        edit.redirect(node.getName(), node.getInput(0));
      } else if (node.getOp().equals("RefIdentity")) {
        edit.put(node.toBuilder().setOp("Identity").build());
      }
    }
    return edit.build();
  }

  private NodeDef reading(GraphEdit edit, NodeDef node, Map<String, TensorProto> frozen) {
    Optional<NodeDef> variable =
        edit.origin(node.getInput(0)).filter(origin -> frozen.containsKey(origin.getName()));
    if (variable.isEmpty()) {
      throw faults.unsupported(
          "node %s reads a variable that is chosen while it runs".formatted(node.getName()),
          "save the model again, for inference");
    }
    String name = variable.get().getName();
    DataType type = value(frozen, name).getDtype();
    List<String> tensors = Nodes.tensors(node);
    return switch (node.getOp()) {
      case "ReadVariableOp" -> Nodes.identity(node.getName(), name, type);
      case "VariableShape" ->
          Nodes.node(node.getName(), "Shape", name)
              .putAttr("T", Nodes.type(type))
              .putAttr("out_type", Nodes.type(outType(node)))
              .build();
      case "ResourceGather" -> {
        String axis = edit.fresh(node.getName() + "/axis");
        edit.put(Nodes.constant(axis, Tensors.ints(0)));
        yield Nodes.node(node.getName(), "GatherV2", name, tensors.get(1), axis)
            .putAttr("Tparams", Nodes.type(type))
            .putAttr("Tindices", node.getAttrOrThrow("Tindices"))
            .putAttr("Taxis", Nodes.type(DataType.DT_INT32))
            .putAttr("batch_dims", Nodes.integer(Nodes.integer(node, "batch_dims")))
            .build();
      }
      default ->
          Nodes.node(node.getName(), "GatherNd", name, tensors.get(1))
              .putAttr("Tparams", Nodes.type(type))
              .putAttr("Tindices", node.getAttrOrThrow("Tindices"))
              .build();
    };
  }

  private static DataType outType(NodeDef node) {
    DataType type = Nodes.type(node, "out_type");
    return type == DataType.DT_INVALID ? DataType.DT_INT32 : type;
  }

  private TensorProto value(Map<String, TensorProto> frozen, String name) {
    TensorProto value = frozen.get(name);
    if (value == null) {
      throw faults.corrupt("variable %s has no value".formatted(name));
    }
    return value;
  }
}
