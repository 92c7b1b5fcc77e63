package org.liegg.engine.tensorflow.lower;

import java.util.Set;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-steps}: functions that are constant nearly everywhere have a zero gradient, and
 * remainders that of x − n·y with n held. TensorFlow has none for them.
 */
final class LowerSteps extends NodeLowering {
  private static final Set<String> STEPS = Set.of("Round", "Rint", "Ceil", "FloorDiv", "OnesLike");

  /** Rounding to so many bits, which exists in single precision alone. */
  private static final Set<String> QUANTIZED =
      Set.of(
          "FakeQuantWithMinMaxArgs",
          "FakeQuantWithMinMaxVars",
          "FakeQuantWithMinMaxVarsPerChannel");

  private static final Set<String> REMAINDERS = Set.of("FloorMod", "Mod", "TruncateMod");

  LowerSteps(ModelFaults faults) {
    super("lower-steps", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return QUANTIZED.contains(node.getOp())
        || ((STEPS.contains(node.getOp()) || REMAINDERS.contains(node.getOp()))
            && DataTypes.isFloating(Nodes.type(node, "T")));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    if (QUANTIZED.contains(node.getOp())) {
      return scope.put(
          Nodes.node("", "StopGradient", scope.put(node.toBuilder()))
              .putAttr("T", Nodes.type(DataType.DT_FLOAT)));
    }
    if (STEPS.contains(node.getOp())) {
      // The gradient of what comes before a stop is not asked for, so that it need not exist.
      return scope.op("StopGradient", scope.put(node.toBuilder()));
    }
    String quotient = scope.op("RealDiv", scope.input(0), scope.input(1));
    String whole =
        node.getOp().equals("FloorMod")
            ? scope.op("Floor", quotient)
            : scope.op(
                "Mul", scope.op("Sign", quotient), scope.op("Floor", scope.op("Abs", quotient)));
    String held = scope.op("StopGradient", whole);
    return scope.op("Sub", scope.input(0), scope.op("Mul", held, scope.input(1)));
  }
}
