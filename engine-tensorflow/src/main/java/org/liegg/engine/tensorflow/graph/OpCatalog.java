package org.liegg.engine.tensorflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/** The definitions of operations: their arguments, and the attributes that files leave out. */
public final class OpCatalog {
  private final Map<String, OpDef> definitions = new HashMap<>();

  OpCatalog(Iterable<OpDef> definitions) {
    definitions.forEach(definition -> this.definitions.put(definition.getName(), definition));
  }

  /** What the native library registers; read once. */
  public static OpCatalog registered() {
    return Registered.CATALOG;
  }

  /** The definition of an operation, if it is known. */
  public Optional<OpDef> find(String op) {
    return Optional.ofNullable(definitions.get(op));
  }

  /** The types of a node's outputs, first to last; none where the operation is not known. */
  public List<DataType> outputTypes(NodeDef node) {
    return find(node.getOp()).map(op -> types(op.getOutputArgList(), node)).orElse(List.of());
  }

  /** The types of a node's inputs, first to last; none where the operation is not known. */
  public List<DataType> inputTypes(NodeDef node) {
    return find(node.getOp()).map(op -> types(op.getInputArgList(), node)).orElse(List.of());
  }

  /** Which output of a node the {@code within}-th tensor of a named output argument is. */
  static Optional<Integer> flatIndex(OpDef op, NodeDef node, String argument, int within) {
    int index = 0;
    for (OpDef.ArgDef output : op.getOutputArgList()) {
      if (output.getName().equals(argument)) {
        return Optional.of(index + within);
      }
      index += types(List.of(output), node).size();
    }
    return Optional.empty();
  }

  /** The node with every attribute that its definition gives a default for. */
  public NodeDef filled(NodeDef node) {
    Optional<OpDef> op = find(node.getOp());
    if (op.isEmpty()) {
      return node;
    }
    NodeDef.Builder builder = node.toBuilder();
    for (OpDef.AttrDef attribute : op.get().getAttrList()) {
      if (attribute.hasDefaultValue() && !node.containsAttr(attribute.getName())) {
        builder.putAttr(attribute.getName(), attribute.getDefaultValue());
      }
    }
    return builder.build();
  }

  private static List<DataType> types(List<OpDef.ArgDef> arguments, NodeDef node) {
    List<DataType> types = new ArrayList<>();
    for (OpDef.ArgDef argument : arguments) {
      if (!argument.getTypeListAttr().isEmpty()) {
        types.addAll(attribute(node, argument.getTypeListAttr()).getList().getTypeList());
        continue;
      }
      long count =
          argument.getNumberAttr().isEmpty() ? 1 : attribute(node, argument.getNumberAttr()).getI();
      DataType type =
          argument.getTypeAttr().isEmpty()
              ? argument.getType()
              : attribute(node, argument.getTypeAttr()).getType();
      for (long i = 0; i < count; i++) {
        types.add(type);
      }
    }
    return types;
  }

  private static AttrValue attribute(NodeDef node, String name) {
    return node.getAttrOrDefault(name, AttrValue.getDefaultInstance());
  }

  private static final class Registered {
    static final OpCatalog CATALOG = new OpCatalog(TensorFlow.registeredOpList().getOpList());
  }
}
