package org.liegg.engine.tensorflow.lower;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-matrices}: main diagonals of matrices, by products with the unit matrix, and running
 * products, one step at a time.
 */
final class LowerMatrices extends NodeLowering {
  private static final Set<String> PARTS =
      Set.of("MatrixDiagPart", "MatrixDiagPartV2", "MatrixDiagPartV3");
  private static final Set<String> FULL = Set.of("MatrixDiagV2", "MatrixDiagV3");
  private static final int MAX_STEPS = 4096;

  LowerMatrices(ModelFaults faults) {
    super("lower-matrices", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return DataTypes.isFloating(Nodes.type(node, "T"))
        && (PARTS.contains(node.getOp())
            || FULL.contains(node.getOp())
            || node.getOp().equals("Cumprod"));
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    if (node.getOp().equals("Cumprod")) {
      return runningProduct(node, scope);
    }
    if (!isMain(node, scope)) {
      // Others stay as they are: they have no gradient, and are named when it is missed.
      return scope.put(node.toBuilder());
    }
    if (FULL.contains(node.getOp())) {
      return scope.op("MatrixDiag", scope.input(0));
    }
    return diagonal(node, scope);
  }

  /** Whether it is the main diagonal, and for matrices made of it, nothing else. */
  private static boolean isMain(NodeDef node, NodeScope scope) {
    if (node.getInputCount() < 2) {
      return true;
    }
    boolean main = isKnown(scope, 1, 0);
    return FULL.contains(node.getOp())
        ? main
            && isKnown(scope, 2, -1)
            && isKnown(scope, 3, -1)
            && scope.known(scope.input(4)).map(Tensors::floats).filter(p -> p[0] == 0).isPresent()
        : main;
  }

  private static boolean isKnown(NodeScope scope, int input, long value) {
    return scope
        .known(scope.input(input))
        .map(Tensors::integers)
        .filter(known -> Arrays.stream(known).allMatch(k -> k == value))
        .isPresent();
  }

  private static String diagonal(NodeDef node, NodeScope scope) {
    long[] shape = scope.shapes().require(node.getInput(0));
    int rows = (int) shape[shape.length - 2];
    int columns = (int) shape[shape.length - 1];
    double[] unit = new double[rows * columns];
    int least = Math.min(rows, columns);
    for (int i = 0; i < least; i++) {
      unit[i * columns + i] = 1;
    }
    String kept = scope.op("Mul", scope.input(0), scope.matrix(unit, rows, columns));
    // Along the longer axis, so that what is left has the length of the diagonal.
    int axis = rows <= columns ? -1 : -2;
    return scope.put(
        Nodes.node("", "Sum", kept, scope.ints(axis))
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("Tidx", Nodes.type(DataType.DT_INT32))
            .putAttr("keep_dims", Nodes.flag(false)));
  }

  private String runningProduct(NodeDef node, NodeScope scope) {
    Optional<long[]> known = scope.known(node.getInput(1)).map(Tensors::integers);
    if (known.isEmpty()) {
      return scope.put(node.toBuilder());
    }
    long[] shape = scope.shapes().require(node.getInput(0));
    long axis = known.get()[0];
    axis = axis < 0 ? axis + shape.length : axis;
    int steps = (int) shape[(int) axis];
    if (steps < 1 || steps > MAX_STEPS) {
      throw faults()
          .unsupported(
              "node %s multiplies along an axis of %d".formatted(node.getName(), steps),
              "say the shape of one sample with --input-shape");
    }
    boolean exclusive = Nodes.flag(node, "exclusive");
    boolean reverse = Nodes.flag(node, "reverse");
    String parts =
        scope.put(
            Nodes.node("", "Unpack", scope.input(0))
                .putAttr("T", Nodes.type(scope.type()))
                .putAttr("num", Nodes.integer(steps))
                .putAttr("axis", Nodes.integer(axis)));
    String[] products = new String[steps];
    String before = "";
    for (int i = 0; i < steps; i++) {
      int at = reverse ? steps - 1 - i : i;
      String part = new TensorName(parts, at).text();
      String including = before.isEmpty() ? part : scope.op("Mul", before, part);
      String excluding =
          before.isEmpty() && exclusive
              ? scope.op("StopGradient", scope.op("OnesLike", part))
              : before;
      products[at] = exclusive ? excluding : including;
      before = including;
    }
    return scope.put(
        Nodes.node("", "Pack", products)
            .putAttr("T", Nodes.type(scope.type()))
            .putAttr("N", Nodes.integer(steps))
            .putAttr("axis", Nodes.integer(axis)));
  }
}
