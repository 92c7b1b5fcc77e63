package org.liegg.engine.tensorflow.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code lower-indexing}: axes counted from the end are counted from the beginning where the
 * gradient needs that, old forms become new ones that have a gradient, and the largest k become
 * sums of what was picked.
 */
final class LowerIndexing extends NodeLowering {
  private static final Set<String> OPS =
      Set.of("GatherV2", "Gather", "Concat", "TopKV2", "BiasAddV1", "ConjugateTranspose");

  LowerIndexing(ModelFaults faults) {
    super("lower-indexing", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    String type = node.getOp().startsWith("Gather") ? "Tparams" : "T";
    return OPS.contains(node.getOp()) && DataTypes.isFloating(Nodes.type(node, type));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    return switch (node.getOp()) {
      case "GatherV2" -> gathered(node, scope);
      case "Gather" -> byAxis(node, scope, 0);
      case "Concat" -> {
        List<String> inputs = new ArrayList<>(node.getInputList().subList(1, node.getInputCount()));
        inputs.add(node.getInput(0));
        yield scope.put(
            node.toBuilder()
                .setOp("ConcatV2")
                .clearInput()
                .addAllInput(inputs)
                .putAttr("Tidx", Nodes.type(DataType.DT_INT32)));
      }
      case "BiasAddV1" ->
          scope.put(node.toBuilder().setOp("BiasAdd").putAttr("data_format", Nodes.text("NHWC")));
      case "ConjugateTranspose" -> scope.put(node.toBuilder().setOp("Transpose"));
      default -> largest(node, scope);
    };
  }

  private static String gathered(NodeDef node, NodeScope scope) {
    long axis = scope.known(node.getInput(2)).map(Tensors::integers).map(a -> a[0]).orElse(0L);
    if (axis >= 0) {
      return scope.put(node.toBuilder());
    }
    return byAxis(node, scope, axis + scope.shapes().require(node.getInput(0)).length);
  }

  private static String byAxis(NodeDef node, NodeScope scope, long axis) {
    return scope.put(
        Nodes.node(
                "",
                "GatherV2",
                node.getInput(0),
                node.getInput(1),
                scope.constant(Tensors.ints((int) axis)))
            .putAttr("Tparams", node.getAttrOrThrow("Tparams"))
            .putAttr("Tindices", node.getAttrOrThrow("Tindices"))
            .putAttr("Taxis", Nodes.type(DataType.DT_INT32))
            .putAttr("batch_dims", Nodes.integer(Nodes.integer(node, "batch_dims"))));
  }

  /** Σ_i [i is the j-th largest] x_i. */
  private static String largest(NodeDef node, NodeScope scope) {
    long[] shape = scope.shapes().require(node.getInput(0));
    String top = scope.put(node.toBuilder());
    DataType indexType = Nodes.type(node, "index_type");
    scope.edit().redirect(new TensorName(node.getName(), 1).text(), new TensorName(top, 1).text());
    TensorProto last = Tensors.ints((int) shape[shape.length - 1]);
    String picked =
        scope.put(
            Nodes.node(
                    "",
                    "OneHot",
                    new TensorName(top, 1).text(),
                    scope.constant(last),
                    scope.number(1),
                    scope.number(0))
                .putAttr("T", Nodes.type(scope.type()))
                .putAttr(
                    "TI",
                    Nodes.type(indexType == DataType.DT_INVALID ? DataType.DT_INT32 : indexType))
                .putAttr("axis", Nodes.integer(-1)));
    String wide =
        scope.put(
            Nodes.node("", "ExpandDims", node.getInput(0), scope.constant(Tensors.ints(-2)))
                .putAttr("T", Nodes.type(scope.type()))
                .putAttr("Tdim", Nodes.type(DataType.DT_INT32)));
    return scope.put(
        Nodes.node("", "Sum", scope.op("Mul", picked, wide), scope.ints(-1))
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("Tidx", Nodes.type(DataType.DT_INT32))
            .putAttr("keep_dims", Nodes.flag(false)));
  }
}
