package org.liegg.engine.tensorflow.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-layouts}: images whose channels come first (NCHW, NCDHW) are moved so that they come
 * last, worked on there, and moved back. Models made on graphics cards have such images; on other
 * processors TensorFlow refuses them.
 */
final class LowerLayouts extends NodeLowering {
  /** Which of the inputs is the image. */
  private static final Map<String, Integer> IMAGES =
      Map.of(
          "Conv2D", 0,
          "DepthwiseConv2dNative", 0,
          "Conv2DBackpropInput", 2,
          "MaxPool", 0,
          "AvgPool", 0,
          "SpaceToDepth", 0,
          "DepthToSpace", 0,
          "Conv3D", 0,
          "MaxPool3D", 0,
          "AvgPool3D", 0);

  private static final Map<String, String> LAST = Map.of("NCHW", "NHWC", "NCDHW", "NDHWC");

  /** Attributes of one number an axis. */
  private static final List<String> PER_AXIS = List.of("strides", "dilations", "ksize");

  LowerLayouts(ModelFaults faults) {
    super("lower-layouts", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return IMAGES.containsKey(node.getOp()) && LAST.containsKey(Nodes.text(node, "data_format"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    String format = Nodes.text(node, "data_format");
    int axes = format.length();
    long[] last = LongStream.range(0, axes).map(i -> i == 0 ? 0 : i % (axes - 1) + 1).toArray();
    long[] first = LongStream.range(0, axes).map(i -> i < 2 ? i * (axes - 1) : i - 1).toArray();
    NodeDef.Builder moved =
        node.toBuilder().putAttr("data_format", Nodes.text(LAST.getOrDefault(format, format)));
    for (String attribute : PER_AXIS) {
      moveEach(moved, attribute, last, 1);
    }
    moveEach(moved, "explicit_paddings", last, 2);
    int image = IMAGES.getOrDefault(node.getOp(), 0);
    moved.setInput(image, scope.transposed(scope.input(image), last));
    if (node.getOp().equals("Conv2DBackpropInput")) {
      moved.setInput(0, picked(scope, scope.input(0), last));
    }
    return scope.transposed(scope.put(moved), first);
  }

  /** Moves the numbers of an attribute, so many an axis. */
  private static void moveEach(NodeDef.Builder node, String attribute, long[] axes, int each) {
    List<Long> values = Nodes.integers(node.build(), attribute);
    if (values.size() != axes.length * each) {
      return;
    }
    List<Long> moved = new ArrayList<>();
    for (long axis : axes) {
      moved.addAll(values.subList((int) axis * each, ((int) axis + 1) * each));
    }
    node.putAttr(attribute, Nodes.integers(moved));
  }

  /** The sizes of an image, which are integers, in another order. */
  private static String picked(NodeScope scope, String sizes, long[] axes) {
    return scope.put(
        Nodes.node("", "GatherV2", sizes, scope.ints(axes), scope.constant(Tensors.ints(0)))
            .putAttr("Tparams", Nodes.type(DataType.DT_INT32))
            .putAttr("Tindices", Nodes.type(DataType.DT_INT32))
            .putAttr("Taxis", Nodes.type(DataType.DT_INT32)));
  }
}
