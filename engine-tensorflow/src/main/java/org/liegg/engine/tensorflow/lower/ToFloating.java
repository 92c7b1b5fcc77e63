package org.liegg.engine.tensorflow.lower;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code to-float64}, {@code to-float32}: moves all floating-point arithmetic of a graph to one
 * precision, parameters included. An operation that exists in single precision alone stays there,
 * between casts.
 *
 * @param target {@code DT_DOUBLE} or {@code DT_FLOAT}
 */
public record ToFloating(DataType target, OpCatalog catalog, ModelFaults faults)
    implements GraphPass {
  /** Double precision is in their definition, and nowhere else. */
  private static final Set<String> SINGLE = Set.of("AvgPool3D", "MaxPool3D", "LRN");

  @Override
  public String name() {
    return target == DataType.DT_DOUBLE ? "to-float64" : "to-float32";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    GraphEdit edit = new GraphEdit(graph);
    for (NodeDef node : edit.nodes()) {
      NodeDef filled = catalog.filled(node);
      if (node.getOp().equals("Bitcast")) {
        throw faults.unsupported(
            "it looks at the bits of numbers (Bitcast), which another precision changes",
            "take an output that does not depend on them");
      }
      NodeDef moved = moved(filled, target);
      if (staysSingle(moved)) {
        island(edit, moved(filled, DataType.DT_FLOAT));
      } else {
        edit.put(moved);
      }
    }
    GraphDef moved = edit.build();
    return moved.getLibrary().getFunctionCount() == 0
        ? moved
        : moved.toBuilder().setLibrary(moved(moved.getLibrary())).build();
  }

  /** Loops and branches that are left call functions, which have to take the same numbers. */
  private FunctionDefLibrary moved(FunctionDefLibrary library) {
    FunctionDefLibrary.Builder functions = library.toBuilder();
    for (FunctionDef.Builder function : functions.getFunctionBuilderList()) {
      function.getSignatureBuilder().getInputArgBuilderList().forEach(this::move);
      function.getSignatureBuilder().getOutputArgBuilderList().forEach(this::move);
      for (int i = 0; i < function.getNodeDefCount(); i++) {
        function.setNodeDef(i, moved(catalog.filled(function.getNodeDef(i)), target));
      }
    }
    return functions.build();
  }

  private void move(OpDef.ArgDef.Builder argument) {
    if (DataTypes.isFloating(argument.getType())) {
      argument.setType(target);
    }
  }

  /** The operations of a graph that are computed in single precision whatever is asked for. */
  public Set<String> singleOps(GraphDef graph) {
    Set<String> single = new TreeSet<>();
    for (NodeDef node : graph.getNodeList()) {
      if (staysSingle(moved(catalog.filled(node), target))) {
        single.add(node.getOp());
      }
    }
    return single;
  }

  private boolean staysSingle(NodeDef moved) {
    if (target != DataType.DT_DOUBLE) {
      return false;
    }
    if (SINGLE.contains(moved.getOp())) {
      return true;
    }
    OpDef op = catalog.find(moved.getOp()).orElse(OpDef.getDefaultInstance());
    for (OpDef.AttrDef attribute : op.getAttrList()) {
      List<DataType> allowed = attribute.getAllowedValues().getList().getTypeList();
      if (attribute.getType().equals("type")
          && !allowed.isEmpty()
          && Nodes.type(moved, attribute.getName()) == target
          && !allowed.contains(target)) {
        return true;
      }
    }
    return java.util.stream.Stream.concat(
            op.getInputArgList().stream(), op.getOutputArgList().stream())
        .anyMatch(argument -> argument.getType() == DataType.DT_FLOAT);
  }

  /** Keeps a node in single precision: casts before it and after. */
  private void island(GraphEdit edit, NodeDef node) {
    List<DataType> inputs = catalog.inputTypes(node);
    List<DataType> outputs = catalog.outputTypes(node);
    String inner = edit.fresh(node.getName() + "/float");
    NodeDef.Builder single = node.toBuilder().setName(inner).clearInput();
    for (int i = 0; i < node.getInputCount(); i++) {
      String input = node.getInput(i);
      if (i < inputs.size() && inputs.get(i) == DataType.DT_FLOAT) {
        String cast = edit.fresh(node.getName() + "/in_" + i);
        edit.put(cast(cast, input, target, DataType.DT_FLOAT));
        single.addInput(cast);
      } else {
        single.addInput(input);
      }
    }
    edit.put(single.build());
    for (int i = 1; i < outputs.size(); i++) {
      String from = new TensorName(inner, i).text();
      if (outputs.get(i) == DataType.DT_FLOAT) {
        String cast = edit.fresh(node.getName() + "/out_" + i);
        edit.put(cast(cast, from, DataType.DT_FLOAT, target));
        from = cast;
      }
      edit.redirect(new TensorName(node.getName(), i).text(), from);
    }
    DataType first = outputs.isEmpty() ? DataType.DT_INVALID : outputs.get(0);
    edit.put(
        first == DataType.DT_FLOAT
            ? cast(node.getName(), inner, DataType.DT_FLOAT, target)
            : Nodes.identity(node.getName(), inner, first));
  }

  private static NodeDef cast(String name, String input, DataType from, DataType to) {
    return Nodes.node(name, "Cast", input)
        .putAttr("SrcT", Nodes.type(from))
        .putAttr("DstT", Nodes.type(to))
        .putAttr("Truncate", Nodes.flag(false))
        .build();
  }

  private NodeDef moved(NodeDef node, DataType to) {
    NodeDef.Builder builder = node.toBuilder();
    node.getAttrMap().forEach((name, value) -> builder.putAttr(name, moved(node, value, to)));
    return builder.build();
  }

  private AttrValue moved(NodeDef node, AttrValue value, DataType to) {
    return switch (value.getValueCase()) {
      case TYPE -> DataTypes.isFloating(value.getType()) ? Nodes.type(to) : value;
      case LIST -> {
        AttrValue.Builder list = value.toBuilder();
        for (int i = 0; i < value.getList().getTypeCount(); i++) {
          if (DataTypes.isFloating(value.getList().getType(i))) {
            list.getListBuilder().setType(i, to);
          }
        }
        yield list.build();
      }
      case TENSOR ->
          DataTypes.isFloating(value.getTensor().getDtype())
              ? AttrValue.newBuilder().setTensor(moved(node, value.getTensor(), to)).build()
              : value;
      default -> value;
    };
  }

  private TensorProto moved(NodeDef node, TensorProto tensor, DataType to) {
    if (tensor.getDtype() == to) {
      return tensor;
    }
    try {
      return Tensors.floating(tensor.getTensorShape(), to, Tensors.floats(tensor));
    } catch (IllegalArgumentException e) {
      throw faults.corrupt("node %s: %s".formatted(node.getName(), e.getMessage()), e);
    }
  }
}
