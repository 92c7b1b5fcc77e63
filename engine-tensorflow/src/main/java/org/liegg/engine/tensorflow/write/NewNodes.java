package org.liegg.engine.tensorflow.write;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Matrix;
import org.liegg.api.orbit.TensorOperations;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Nodes that are added to a graph, all under one name. */
final class NewNodes implements TensorOperations {
  private final List<NodeDef> nodes = new ArrayList<>();
  private final String prefix;
  private final DataType type;

  /**
   * @param prefix that no node of the graph has
   * @param type of the numbers
   */
  NewNodes(String prefix, DataType type) {
    this.prefix = prefix;
    this.type = type;
  }

  List<NodeDef> all() {
    return List.copyOf(nodes);
  }

  private String add(NodeDef.Builder node) {
    node.setName("%s/%d_%s".formatted(prefix, nodes.size(), node.getOp()));
    nodes.add(node.build());
    return node.getName();
  }

  @Override
  public String reshaped(String tensor, List<Integer> sizes) {
    String shape = integers(sizes.stream().mapToInt(size -> size).toArray());
    return add(
        Nodes.node("", "Reshape", tensor, shape)
            .putAttr("T", Nodes.type(type))
            .putAttr("Tshape", Nodes.type(DataType.DT_INT32)));
  }

  @Override
  public String columns(String tensor, int... places) {
    return add(
        Nodes.node("", "GatherV2", tensor, integers(places), integer(1))
            .putAttr("Tparams", Nodes.type(type))
            .putAttr("Tindices", Nodes.type(DataType.DT_INT32))
            .putAttr("Taxis", Nodes.type(DataType.DT_INT32))
            .putAttr("batch_dims", Nodes.integer(0)));
  }

  @Override
  public String product(String left, String right) {
    return add(
        Nodes.node("", "BatchMatMulV2", left, right)
            .putAttr("T", Nodes.type(type))
            .putAttr("adj_x", Nodes.flag(false))
            .putAttr("adj_y", Nodes.flag(false)));
  }

  @Override
  public String plus(String tensor, double... numbers) {
    return typed("AddV2", tensor, numbers(List.of(numbers.length), numbers));
  }

  @Override
  public String times(String tensor, double... numbers) {
    return typed("Mul", tensor, numbers(List.of(numbers.length), numbers));
  }

  private String typed(String op, String... inputs) {
    return add(Nodes.node("", op, inputs).putAttr("T", Nodes.type(type)));
  }

  @Override
  public String largest(String tensor, int count) {
    String best =
        add(
            Nodes.node("", "ArgMax", tensor, integer(1))
                .putAttr("T", Nodes.type(type))
                .putAttr("Tidx", Nodes.type(DataType.DT_INT32))
                .putAttr("output_type", Nodes.type(DataType.DT_INT64)));
    return add(
        Nodes.node("", "OneHot", best, integer(count), number(1), number(0))
            .putAttr("T", Nodes.type(type))
            .putAttr("TI", Nodes.type(DataType.DT_INT64))
            .putAttr("axis", Nodes.integer(-1)));
  }

  @Override
  public String constant(Matrix matrix) {
    return numbers(List.of(matrix.rows(), matrix.columns()), matrix.values());
  }

  private String numbers(List<Integer> shape, double... values) {
    return add(
        Nodes.constant("", Tensors.floating(Nodes.shapeProto(shape), type, values)).toBuilder());
  }

  private String integers(int... values) {
    return add(Nodes.constant("", Tensors.vector(values)).toBuilder());
  }

  private String integer(int value) {
    return add(Nodes.constant("", Tensors.ints(value)).toBuilder());
  }

  private String number(double value) {
    return add(Nodes.constant("", Tensors.scalar(type, value)).toBuilder());
  }
}
