package org.liegg.engine.tensorflow.lower;

import java.util.Set;
import java.util.stream.LongStream;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-batch-norm}: (x − μ)·γ/√(σ² + ε) + β, which exists in double precision, unlike the
 * fused operations.
 */
final class LowerBatchNorm extends NodeLowering {
  private static final Set<String> OPS =
      Set.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3");
  private static final String PLAIN = "BatchNormWithGlobalNormalization";

  LowerBatchNorm(ModelFaults faults) {
    super("lower-batch-norm", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp()) || node.getOp().equals(PLAIN);
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    if (node.getOp().equals(PLAIN)) {
      String scale = Nodes.flag(node, "scale_after_normalization") ? scope.input(4) : "";
      return normalised(
          scope,
          "variance_epsilon",
          node,
          new String[] {scale, scope.input(3), scope.input(1), scope.input(2)});
    }
    boolean own = Nodes.flag(node, "is_training");
    String[] parameters = new String[4];
    for (int i = 0; i < (own ? 2 : parameters.length); i++) {
      parameters[i] = perChannel(node, scope, scope.input(i + 1));
    }
    if (own) {
      ownStatistics(node, scope, parameters);
    }
    return normalised(scope, "epsilon", node, parameters);
  }

  /**
   * Mean and variance of the tensor itself. Keras normalises layers so, with all samples as
   * channels of one; where samples are the first axis, they would depend on each other.
   */
  private void ownStatistics(NodeDef node, NodeScope scope, String[] parameters) {
    String x = scope.input(0);
    long[] shape = scope.shapes().require(x);
    boolean channelsFirst = Nodes.text(node, "data_format").startsWith("NC");
    if (shape[0] != 1 || !channelsFirst) {
      throw faults()
          .unsupported(
              "node %s normalises by the statistics of the batch, so that samples depend on each other"
                  .formatted(node.getName()),
              "save the model for inference");
    }
    long[] axes = LongStream.range(0, shape.length).filter(axis -> axis != 1).toArray();
    parameters[2] = scope.reduced("Mean", x, axes);
    String off = scope.op("Sub", x, parameters[2]);
    parameters[3] = scope.reduced("Mean", scope.op("Mul", off, off), axes);
  }

  /** Parameters: scale (none where empty), offset, mean, variance. */
  private static String normalised(
      NodeScope scope, String epsilon, NodeDef node, String[] parameters) {
    float small = node.getAttrOrDefault(epsilon, AttrValue.getDefaultInstance()).getF();
    String factor = scope.op("Rsqrt", scope.op("AddV2", parameters[3], scope.number(small)));
    if (!parameters[0].isEmpty()) {
      factor = scope.op("Mul", factor, parameters[0]);
    }
    String centred = scope.op("Sub", scope.input(0), parameters[2]);
    return scope.op("AddV2", scope.op("Mul", centred, factor), parameters[1]);
  }

  private static String perChannel(NodeDef node, NodeScope scope, String parameter) {
    DataType type = Nodes.type(node, "U");
    String value = parameter;
    if (type != DataType.DT_INVALID && type != scope.type()) {
      value =
          scope.put(
              Nodes.node("", "Cast", parameter)
                  .putAttr("SrcT", Nodes.type(type))
                  .putAttr("DstT", Nodes.type(scope.type())));
    }
    return switch (Nodes.text(node, "data_format")) {
      case "NCHW" -> scope.reshaped(value, 1, -1, 1, 1);
      case "NCDHW" -> scope.reshaped(value, 1, -1, 1, 1, 1);
      default -> value;
    };
  }
}
