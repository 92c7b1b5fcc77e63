package org.liegg.engine.tensorflow.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.runtime.Shapes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Where a node is replaced by others: they are named for it, and compute with numbers of its type.
 *
 * @param edit the graph
 * @param node that is replaced
 * @param type of its numbers
 * @param shapes of tensors, as far as they are known
 */
public record NodeScope(GraphEdit edit, NodeDef node, DataType type, Shapes shapes) {

  String input(int index) {
    return node.getInput(index);
  }

  /** An operation of attribute {@code T} on tensors; returns its first output. */
  public String op(String op, String... inputs) {
    return put(Nodes.node("", op, inputs).putAttr("T", Nodes.type(type)));
  }

  /** A node with all its attributes, under a name of this scope. */
  String put(NodeDef.Builder builder) {
    String name = edit.fresh(node.getName() + "/" + builder.getOp());
    edit.put(builder.setName(name).build());
    return name;
  }

  /** A number of the node's type. */
  String number(double value) {
    return constant(Tensors.scalar(DataTypes.isFloating(type) ? type : DataType.DT_FLOAT, value));
  }

  String constant(TensorProto value) {
    String name = edit.fresh(node.getName() + "/Const");
    edit.put(Nodes.constant(name, value));
    return name;
  }

  /** Integers, as axes and sizes are given. */
  String ints(long... values) {
    return constant(Tensors.vector(Arrays.stream(values).mapToInt(Math::toIntExact).toArray()));
  }

  /** A sum, mean or maximum over axes, which stay as axes of one. */
  String reduced(String op, String input, long... axes) {
    return put(
        Nodes.node("", op, input, ints(axes))
            .putAttr("T", Nodes.type(type))
            .putAttr("Tidx", Nodes.type(DataType.DT_INT32))
            .putAttr("keep_dims", Nodes.flag(true)));
  }

  /** A tensor in another shape; -1 stands for the size that is left. */
  public String reshaped(String input, long... sizes) {
    return put(
        Nodes.node("", "Reshape", input, ints(sizes))
            .putAttr("T", Nodes.type(type))
            .putAttr("Tshape", Nodes.type(DataType.DT_INT32)));
  }

  String transposed(String input, long... axes) {
    return put(
        Nodes.node("", "Transpose", input, ints(axes))
            .putAttr("T", Nodes.type(type))
            .putAttr("Tperm", Nodes.type(DataType.DT_INT32)));
  }

  /** Integers as a matrix. */
  String reshapedInts(long[] values, int rows, int columns) {
    TensorProto vector = Tensors.vector(Arrays.stream(values).mapToInt(Math::toIntExact).toArray());
    return constant(
        vector.toBuilder().setTensorShape(Nodes.shapeProto(List.of(rows, columns))).build());
  }

  /** Floating-point numbers as a matrix, row-major. */
  public String matrix(double[] values, int rows, int columns) {
    return constant(Tensors.floating(Nodes.shapeProto(List.of(rows, columns)), type, values));
  }

  /** One of two tensors, by a tensor of truth values. */
  String selected(String condition, String ifTrue, String ifFalse) {
    return op("SelectV2", condition, ifTrue, ifFalse);
  }

  /** What a tensor is where it is known while rewriting: a constant's value. */
  Optional<TensorProto> known(String tensor) {
    return edit.origin(tensor)
        .filter(origin -> origin.getOp().equals("Const"))
        .map(origin -> origin.getAttrOrThrow("value").getTensor());
  }
}
