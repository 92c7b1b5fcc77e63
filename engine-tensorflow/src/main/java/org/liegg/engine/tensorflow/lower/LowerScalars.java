package org.liegg.engine.tensorflow.lower;

import java.util.Set;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.NodeDef;

/** {@code lower-scalars}: functions of single numbers that have no gradient, by others that do. */
final class LowerScalars extends NodeLowering {
  private static final Set<String> OPS =
      Set.of("Erfc", "Xlogy", "Xlog1py", "Xdivy", "MulNoNan", "AccumulateNV2", "EuclideanNorm");

  LowerScalars(ModelFaults faults) {
    super("lower-scalars", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp()) && DataTypes.isFloating(Nodes.type(node, "T"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    return switch (node.getOp()) {
      case "Erfc" -> scope.op("Sub", scope.number(1), scope.op("Erf", scope.input(0)));
      case "Xlogy" -> zeroWhereZero(scope, 0, 1, "Log");
      case "Xlog1py" -> zeroWhereZero(scope, 0, 1, "Log1p");
      case "Xdivy" -> zeroWhereZero(scope, 0, 1, "Inv");
      case "MulNoNan" -> zeroWhereZero(scope, 1, 0, "Identity");
      case "EuclideanNorm" -> norm(node, scope);
      default ->
          scope.put(
              Nodes.node("", "AddN", node.getInputList().toArray(new String[0]))
                  .putAttr("T", Nodes.type(scope.type()))
                  .putAttr("N", Nodes.integer(node.getInputCount())));
    };
  }

  /**
   * a·f(b), and 0 where a is 0, whatever f(b) is there. There f is given 1 instead of b, so that
   * nothing infinite meets the zero on the way back either.
   */
  private static String zeroWhereZero(NodeScope scope, int first, int second, String function) {
    String a = scope.input(first);
    String b = scope.input(second);
    String zero = scope.op("Equal", a, scope.number(0));
    String safe = scope.selected(zero, scope.number(1), b);
    String product = scope.op("Mul", a, scope.op(function, safe));
    return scope.selected(zero, scope.number(0), product);
  }

  private static String norm(NodeDef node, NodeScope scope) {
    String squares = scope.op("Square", scope.input(0));
    String sum =
        scope.put(
            node.toBuilder().setOp("Sum").clearInput().addInput(squares).addInput(scope.input(1)));
    return scope.op("Sqrt", sum);
  }
}
