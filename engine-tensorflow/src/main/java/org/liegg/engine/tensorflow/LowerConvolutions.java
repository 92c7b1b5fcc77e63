package org.liegg.engine.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-convolutions}: channels move last, padding that is written out becomes {@code Pad},
 * and gaps between the taps of a kernel (dilations) become a convolution without gaps over the
 * interleaved parts of the image ({@code SpaceToBatchND}). TensorFlow's gradient of gaps is
 * silently wrong with padding {@code SAME}, and fails with {@code VALID}, as does that of padding
 * that is written out.
 */
final class LowerConvolutions extends NodeLowering {
  private static final Set<String> OPS = Set.of("Conv2D", "DepthwiseConv2dNative");

  LowerConvolutions(ModelFaults faults) {
    super("lower-convolutions", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp())
        && (dilated(node)
            || Nodes.text(node, "padding").equals("EXPLICIT")
            || Nodes.text(node, "data_format").equals("NCHW"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    if (Nodes.text(node, "data_format").equals("NCHW")) {
      return channelsFirst(node, scope);
    }
    return lowered(node, scope, scope.input(0), false);
  }

  /** The same with channels last, which is the only way that processors know. */
  private String channelsFirst(NodeDef node, NodeScope scope) {
    NodeDef.Builder last = node.toBuilder().putAttr("data_format", Nodes.text("NHWC"));
    for (String attribute : List.of("strides", "dilations")) {
      List<Long> values = Nodes.integers(node, attribute);
      last.putAttr(
          attribute,
          Nodes.integers(List.of(values.get(0), values.get(2), values.get(3), values.get(1))));
    }
    List<Long> pads = Nodes.integers(node, "explicit_paddings");
    if (!pads.isEmpty()) {
      List<Long> moved = new ArrayList<>(pads.subList(0, 2));
      moved.addAll(pads.subList(4, 8));
      moved.addAll(pads.subList(2, 4));
      last.putAttr("explicit_paddings", Nodes.integers(moved));
    }
    String image = scope.transposed(scope.input(0), 0, 2, 3, 1);
    return scope.transposed(lowered(last.build(), scope, image, true), 0, 3, 1, 2);
  }

  private String lowered(NodeDef node, NodeScope scope, String from, boolean channelsFirst) {
    String image = from;
    String padding = Nodes.text(node, "padding");
    if (padding.equals("EXPLICIT")) {
      image = padded(node, scope, image);
      padding = "VALID";
    }
    if (!dilated(node)) {
      return convolved(node, scope, image, padding);
    }
    List<Long> strides = Nodes.integers(node, "strides");
    if (strides.get(1) != 1 || strides.get(2) != 1) {
      throw faults()
          .unsupported(
              "node %s convolves with gaps and steps".formatted(node.getName()),
              "save the model with one of them");
    }
    return interleaved(node, scope, image, padding, channelsFirst ? 2 : 1);
  }

  private String padded(NodeDef node, NodeScope scope, String image) {
    List<Long> sizes = Nodes.integers(node, "explicit_paddings");
    String pads = scope.reshapedInts(sizes.stream().mapToLong(Long::longValue).toArray(), 4, 2);
    return scope.put(
        Nodes.node("", "Pad", image, pads)
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("Tpaddings", Nodes.type(org.tensorflow.proto.DataType.DT_INT32)));
  }

  private String interleaved(
      NodeDef node, NodeScope scope, String image, String padding, int firstAxis) {
    long[] size = scope.shapes().require(node.getInput(0));
    long[] kernel = scope.shapes().require(node.getInput(1));
    List<Long> explicit = Nodes.integers(node, "explicit_paddings");
    long[] pads = new long[4];
    long[] crops = new long[4];
    long[] rates = new long[2];
    for (int axis = 0; axis < 2; axis++) {
      long rate = Nodes.integers(node, "dilations").get(axis + 1);
      long length = size[axis + firstAxis];
      if (length < 0 || kernel[axis] < 0) {
        throw faults()
            .unsupported(
                "the size of the image at node %s is open".formatted(node.getName()),
                "say the shape of one sample");
      }
      if (!explicit.isEmpty()) {
        length += explicit.get(2 * axis + 2) + explicit.get(2 * axis + 3);
      }
      long around = padding.equals("SAME") ? (kernel[axis] - 1) * rate : 0;
      long rest = (rate - (length + around) % rate) % rate;
      rates[axis] = rate;
      pads[2 * axis] = around / 2;
      pads[2 * axis + 1] = around - around / 2 + rest;
      crops[2 * axis + 1] = rest;
    }
    String parts = blocks(scope, "SpaceToBatchND", "Tpaddings", image, rates, pads);
    String convolved = convolved(node, scope, parts, "VALID");
    return blocks(scope, "BatchToSpaceND", "Tcrops", convolved, rates, crops);
  }

  private static String blocks(
      NodeScope scope, String op, String typeOfSizes, String image, long[] rates, long[] sizes) {
    var type = Nodes.type(org.tensorflow.proto.DataType.DT_INT32);
    return scope.put(
        Nodes.node("", op, image, scope.ints(rates), scope.reshapedInts(sizes, 2, 2))
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("Tblock_shape", type)
            .putAttr(typeOfSizes, type));
  }

  private static String convolved(NodeDef node, NodeScope scope, String image, String padding) {
    return scope.put(
        node.toBuilder()
            .clearInput()
            .addInput(image)
            .addInput(node.getInput(1))
            .putAttr("padding", Nodes.text(padding))
            .putAttr("explicit_paddings", Nodes.integers(List.of()))
            .putAttr("dilations", Nodes.integers(new ArrayList<>(List.of(1L, 1L, 1L, 1L)))));
  }

  private static boolean dilated(NodeDef node) {
    return Nodes.integers(node, "dilations").stream().anyMatch(rate -> rate > 1);
  }
}
