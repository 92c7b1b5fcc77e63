package org.liegg.engine.tensorflow.lower;

import java.util.Set;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-images}: bilinear resizing as a product with a matrix of weights along each axis,
 * and normalisation over neighbouring channels as a product with a band matrix. TensorFlow computes
 * both in single precision only.
 */
final class LowerImages extends NodeLowering {
  private static final Set<String> OPS = Set.of("ResizeBilinear", "LRN");

  LowerImages(ModelFaults faults) {
    super("lower-images", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp()) && DataTypes.isFloating(Nodes.type(node, "T"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    return node.getOp().equals("LRN") ? channelNorm(node, scope) : resized(node, scope);
  }

  private String resized(NodeDef node, NodeScope scope) {
    long[] from = scope.shapes().require(node.getInput(0));
    long[] to = scope.shapes().require(node.getName());
    if (from.length != 4
        || to.length != 4
        || from[1] < 1
        || from[2] < 1
        || to[1] < 1
        || to[2] < 1) {
      throw faults()
          .unsupported(
              "node %s resizes to a size that is chosen while it runs".formatted(node.getName()),
              "say the shape of one sample with --input-shape");
    }
    String image = scope.input(0);
    if (scope.type() != org.tensorflow.proto.DataType.DT_FLOAT
        && scope.type() != org.tensorflow.proto.DataType.DT_DOUBLE) {
      return scope.put(node.toBuilder());
    }
    String rows = weights(node, scope, (int) from[1], (int) to[1]);
    String columns = weights(node, scope, (int) from[2], (int) to[2]);
    String tall = einsum(scope, "oh,nhwc->nowc", rows, image);
    return toFloat(scope, einsum(scope, "pw,nowc->nopc", columns, tall));
  }

  /** The definition says single precision, whatever comes in. */
  private static String toFloat(NodeScope scope, String image) {
    return scope.put(
        Nodes.node("", "Cast", image)
            .putAttr("SrcT", Nodes.type(scope.type()))
            .putAttr("DstT", Nodes.type(org.tensorflow.proto.DataType.DT_FLOAT)));
  }

  /** Which share each pixel has of each new pixel, along one axis. */
  private static String weights(NodeDef node, NodeScope scope, int from, int to) {
    boolean corners = Nodes.flag(node, "align_corners") && to > 1;
    boolean centres = Nodes.flag(node, "half_pixel_centers");
    double scale = corners ? (from - 1.0) / (to - 1) : (double) from / to;
    double[] weights = new double[to * from];
    for (int i = 0; i < to; i++) {
      double at = centres ? (i + 0.5) * scale - 0.5 : i * scale;
      int below = (int) Math.floor(at);
      double share = at - below;
      weights[i * from + Math.max(0, Math.min(from - 1, below))] += 1 - share;
      weights[i * from + Math.max(0, Math.min(from - 1, below + 1))] += share;
    }
    return scope.matrix(weights, to, from);
  }

  private static String einsum(NodeScope scope, String equation, String a, String b) {
    return scope.put(
        Nodes.node("", "Einsum", a, b)
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("N", Nodes.integer(2))
            .putAttr("equation", Nodes.text(equation)));
  }

  /** x/(b + a Σ x²)^β, the sum over r channels to both sides. */
  private static String channelNorm(NodeDef node, NodeScope scope) {
    long[] shape = scope.shapes().require(node.getInput(0));
    int channels = (int) shape[shape.length - 1];
    long radius = Nodes.integer(node, "depth_radius");
    double[] band = new double[channels * channels];
    for (int i = 0; i < channels; i++) {
      for (int j = 0; j < channels; j++) {
        band[i * channels + j] = Math.abs(i - j) <= radius ? 1 : 0;
      }
    }
    String squares = scope.op("Square", scope.input(0));
    String sums = einsum(scope, "nhwc,cd->nhwd", squares, scope.matrix(band, channels, channels));
    String scaled = scope.op("Mul", sums, scope.number(number(node, "alpha")));
    String base = scope.op("AddV2", scaled, scope.number(number(node, "bias")));
    String power = scope.op("Pow", base, scope.number(-number(node, "beta")));
    return scope.op("Mul", scope.input(0), power);
  }

  private static float number(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getF();
  }
}
