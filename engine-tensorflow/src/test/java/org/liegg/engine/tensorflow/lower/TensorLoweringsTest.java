package org.liegg.engine.tensorflow.lower;

import static org.liegg.engine.tensorflow.lower.LoweringCheck.FAULTS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/** Operations that pick, order and multiply the numbers of tensors. */
class TensorLoweringsTest extends LoweringContract {
  private static final AttrValue INT = Nodes.type(DataType.DT_INT32);

  static Stream<Arguments> operations() {
    return Stream.of(
        LoweringCheck.of(
            "LogSoftmax, 4 axes", new LowerLogSoftmax(FAULTS), g -> g.op("LogSoftmax", "x")),
        index("GatherV2, last axis", TensorLoweringsTest::gathered),
        index("Gather", TensorLoweringsTest::rows),
        index("Concat", TensorLoweringsTest::joined),
        index("BiasAddV1", g -> g.op("BiasAddV1", g.op("Square", "x"), g.weights(1, 2))),
        index("ConjugateTranspose", TensorLoweringsTest::turned),
        index("TopKV2", TensorLoweringsTest::largest),
        matrix("Cumprod", g -> products(g, false, false)),
        matrix("Cumprod, exclusive", g -> products(g, true, false)),
        matrix("Cumprod, reverse", g -> products(g, false, true)),
        matrix("Cumprod, both", g -> products(g, true, true)),
        matrix("MatrixDiagPart", g -> diagonal(g, "MatrixDiagPart", "x")),
        matrix("MatrixDiagPartV2", g -> diagonal(g, "MatrixDiagPartV2", "x")),
        matrix("MatrixDiagPartV3", g -> diagonal(g, "MatrixDiagPartV3", "x")),
        matrix("MatrixDiagPartV3, wide", g -> diagonal(g, "MatrixDiagPartV3", wide(g))),
        matrix("MatrixDiagV2", g -> diagonalMatrix(g, "MatrixDiagV2", -1, 0)),
        matrix("MatrixDiagV3", g -> diagonalMatrix(g, "MatrixDiagV3", -1, 0)));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        matrix("rows beyond the diagonal", g -> diagonalMatrix(g, "MatrixDiagV3", 5, 0)),
        matrix("numbers beside the diagonal", g -> diagonalMatrix(g, "MatrixDiagV3", -1, 7)),
        matrix("a diagonal that is not known", TensorLoweringsTest::computedDiagonal),
        matrix("an axis that is not known", TensorLoweringsTest::computedAxis));
  }

  /** What cannot be told beforehand stays as it is, and is differenced. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void computesTheSameToo(String name, LoweringCheck check) {
    check.computesTheSame();
  }

  private static String computedDiagonal(TestGraph graph) {
    String above = graph.op("Neg", node -> node.putAttr("T", INT), graph.integer(-1));
    return graph.op(
        "MatrixDiagPartV3", graph.op("Square", "x"), above, graph.numbers(List.of(), 0));
  }

  private static String computedAxis(TestGraph graph) {
    String axis = graph.op("Neg", node -> node.putAttr("T", INT), graph.integer(-1));
    return graph.op("Cumprod", node -> node.putAttr("Tidx", INT), "x", axis);
  }

  private static String gathered(TestGraph graph) {
    return graph.node(
        Nodes.node("", "GatherV2", graph.op("Square", "x"), graph.ints(1, 0, 1), graph.integer(-1))
            .putAttr("Tparams", Nodes.type(DataType.DT_DOUBLE))
            .putAttr("Tindices", INT)
            .putAttr("Taxis", INT));
  }

  private static String rows(TestGraph graph) {
    String first =
        graph.op(
            "Transpose",
            node -> node.putAttr("Tperm", INT),
            graph.op("Square", "x"),
            graph.ints(3, 1, 2, 0));
    String picked =
        graph.node(
            Nodes.node("", "Gather", first, graph.ints(1, 0, 1))
                .putAttr("Tparams", Nodes.type(DataType.DT_DOUBLE))
                .putAttr("Tindices", INT));
    return graph.op(
        "Transpose", node -> node.putAttr("Tperm", INT), picked, graph.ints(3, 1, 2, 0));
  }

  private static String joined(TestGraph graph) {
    return graph.op(
        "Concat",
        node -> node.putAttr("N", Nodes.integer(2)),
        graph.integer(2),
        "x",
        graph.op("Square", "x"));
  }

  private static String turned(TestGraph graph) {
    return graph.op(
        "ConjugateTranspose",
        node -> node.putAttr("Tperm", INT),
        graph.op("Square", "x"),
        graph.ints(0, 2, 3, 1));
  }

  /** The largest numbers, each times its place, so that both outputs count. */
  private static String largest(TestGraph graph) {
    String flat = graph.op("Reshape", "x", graph.ints(-1, 32));
    String top = graph.op("TopKV2", flat, graph.integer(3));
    String places =
        graph.node(
            Nodes.node("", "Cast", top + ":1")
                .putAttr("SrcT", INT)
                .putAttr("DstT", Nodes.type(DataType.DT_DOUBLE)));
    return graph.op("Mul", top, places);
  }

  private static String products(TestGraph graph, boolean exclusive, boolean reverse) {
    return graph.op(
        "Cumprod",
        node ->
            node.putAttr("Tidx", INT)
                .putAttr("exclusive", Nodes.flag(exclusive))
                .putAttr("reverse", Nodes.flag(reverse)),
        "x",
        graph.integer(-2));
  }

  private static String diagonal(TestGraph graph, String op, String matrices) {
    List<String> inputs = new ArrayList<>(List.of(graph.op("Square", matrices)));
    if (!op.equals("MatrixDiagPart")) {
      inputs.add(graph.integer(0));
      inputs.add(graph.numbers(List.of(), 0));
    }
    return graph.op(op, inputs.toArray(String[]::new));
  }

  /** The samples' matrices with more columns than rows. */
  private static String wide(TestGraph graph) {
    return graph.op("Reshape", "x", graph.ints(-1, 4, 2, 4));
  }

  private static String diagonalMatrix(TestGraph graph, String op, int rows, double padding) {
    return graph.op(
        op,
        graph.op("Square", "x"),
        graph.integer(0),
        graph.integer(rows),
        graph.integer(-1),
        graph.numbers(List.of(), padding));
  }

  private static Arguments index(String name, Function<TestGraph, String> operation) {
    return LoweringCheck.of(name, new LowerIndexing(FAULTS), operation);
  }

  private static Arguments matrix(String name, Function<TestGraph, String> operation) {
    return LoweringCheck.of(name, new LowerMatrices(FAULTS), operation);
  }
}
