package org.liegg.engine.tensorflow.lower;

import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-convolutions}: padding that is written out becomes {@code Pad}, and gaps between the
 * taps of a kernel (dilations) become a convolution without gaps over the interleaved parts of the
 * image ({@code SpaceToBatchND}). TensorFlow's gradient of gaps is silently wrong with padding
 * {@code SAME}, and fails with {@code VALID}, as does that of padding that is written out, around
 * maxima too.
 */
final class LowerConvolutions extends NodeLowering {
  private static final Set<String> OPS = Set.of("Conv2D", "DepthwiseConv2dNative", "MaxPool");

  LowerConvolutions(ModelFaults faults) {
    super("lower-convolutions", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp())
        && (dilated(node) || Nodes.text(node, "padding").equals("EXPLICIT"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    String image = scope.input(0);
    String padding = Nodes.text(node, "padding");
    if (padding.equals("EXPLICIT")) {
      image = padded(node, scope);
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
    return interleaved(node, scope, image, padding);
  }

  /** The image with its margins: zeros, and for maxima what is less than all else. */
  private static String padded(NodeDef node, NodeScope scope) {
    List<Long> sizes = Nodes.integers(node, "explicit_paddings");
    String pads = scope.reshapedInts(sizes.stream().mapToLong(Long::longValue).toArray(), 4, 2);
    NodeDef.Builder pad =
        node.getOp().equals("MaxPool")
            ? Nodes.node("", "PadV2", scope.input(0), pads, scope.number(-Float.MAX_VALUE))
            : Nodes.node("", "Pad", scope.input(0), pads);
    return scope.put(
        pad.putAttr("T", Nodes.type(scope.type()))
            .putAttr("Tpaddings", Nodes.type(org.tensorflow.proto.DataType.DT_INT32)));
  }

  private String interleaved(NodeDef node, NodeScope scope, String image, String padding) {
    long[] size = scope.shapes().require(node.getInput(0));
    long[] kernel = scope.shapes().require(node.getInput(1));
    List<Long> explicit = Nodes.integers(node, "explicit_paddings");
    long[] pads = new long[4];
    long[] crops = new long[4];
    long[] rates = new long[2];
    for (int axis = 0; axis < 2; axis++) {
      long rate = Nodes.integers(node, "dilations").get(axis + 1);
      long length = size[axis + 1];
      if (length < 0 || kernel[axis] < 0) {
        throw faults()
            .unsupported(
                "the size of the image at node %s is open".formatted(node.getName()),
                "say the shape of one sample with --input-shape");
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
    NodeDef.Builder plain =
        node.toBuilder()
            .setInput(0, image)
            .putAttr("padding", Nodes.text(padding))
            .putAttr("explicit_paddings", Nodes.integers(List.of()));
    if (node.containsAttr("dilations")) {
      plain.putAttr("dilations", Nodes.integers(List.of(1L, 1L, 1L, 1L)));
    }
    return scope.put(plain);
  }

  private static boolean dilated(NodeDef node) {
    return Nodes.integers(node, "dilations").stream().anyMatch(rate -> rate > 1);
  }
}
