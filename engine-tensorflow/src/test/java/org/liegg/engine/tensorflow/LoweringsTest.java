package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.tensorflow.Result;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat64;

/**
 * Every lowering computes what the operation computes, and has a gradient that differences confirm.
 */
class LoweringsTest {
  private static final ModelFaults FAULTS = new ModelFaults("test");
  private static final AttrValue INT = Nodes.type(DataType.DT_INT32);

  @TempDir Path directory;

  /** A pass, and a graph in double precision of x, 3 × 4 × 4 × 2, and {@code result}. */
  static Stream<Arguments> operations() {
    return Stream.of(
        arguments("LogSoftmax, 4 axes", new LowerLogSoftmax(FAULTS), g -> g.op("LogSoftmax", "x")),
        arguments("IdentityN", new LowerIdentities(FAULTS), LoweringsTest::identities),
        arguments(
            "PreventGradient", new LowerIdentities(FAULTS), g -> g.op("PreventGradient", "x")),
        arguments("Conv2D, gaps, SAME", new LowerConvolutions(FAULTS), g -> gaps(g, "SAME", 2)),
        arguments("Conv2D, gaps, VALID", new LowerConvolutions(FAULTS), LoweringsTest::small),
        arguments("Conv2D, wide gaps", new LowerConvolutions(FAULTS), g -> gaps(g, "SAME", 3)),
        arguments("Conv2D, padded", new LowerConvolutions(FAULTS), g -> padded(g, 1)),
        arguments("Conv2D, padded, gaps", new LowerConvolutions(FAULTS), g -> padded(g, 2)),
        arguments("Erfc", new LowerScalars(FAULTS), g -> g.op("Erfc", "x")),
        arguments("Xlogy", new LowerScalars(FAULTS), g -> g.op("Xlogy", "x", positive(g))),
        arguments("Xlog1py", new LowerScalars(FAULTS), g -> g.op("Xlog1py", "x", positive(g))),
        arguments("Xdivy", new LowerScalars(FAULTS), g -> g.op("Xdivy", "x", positive(g))),
        arguments("MulNoNan", new LowerScalars(FAULTS), g -> g.op("MulNoNan", "x", positive(g))),
        arguments("EuclideanNorm", new LowerScalars(FAULTS), LoweringsTest::norm),
        arguments("Round", new LowerSteps(FAULTS), g -> plus(g, g.op("Round", "x"))),
        arguments("Rint", new LowerSteps(FAULTS), g -> plus(g, g.op("Rint", "x"))),
        arguments("Ceil", new LowerSteps(FAULTS), g -> plus(g, g.op("Ceil", "x"))),
        arguments("OnesLike", new LowerSteps(FAULTS), g -> plus(g, g.op("OnesLike", "x"))),
        arguments("FloorMod", new LowerSteps(FAULTS), g -> g.op("FloorMod", "x", positive(g))),
        arguments(
            "TruncateMod", new LowerSteps(FAULTS), g -> g.op("TruncateMod", "x", positive(g))),
        arguments("GatherV2, last axis", new LowerIndexing(FAULTS), LoweringsTest::gathered),
        arguments("TopKV2", new LowerIndexing(FAULTS), LoweringsTest::largest),
        arguments("Cumprod", new LowerMatrices(FAULTS), g -> products(g, false, false)),
        arguments("Cumprod, exclusive", new LowerMatrices(FAULTS), g -> products(g, true, false)),
        arguments("Cumprod, reverse", new LowerMatrices(FAULTS), g -> products(g, false, true)),
        arguments("Cumprod, both", new LowerMatrices(FAULTS), g -> products(g, true, true)),
        arguments("MatrixDiagPartV2", new LowerMatrices(FAULTS), LoweringsTest::diagonal),
        arguments("MatrixDiagV3", new LowerMatrices(FAULTS), LoweringsTest::diagonalMatrix));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void computesTheSame(String name, GraphPass pass, UnaryOperator<TestGraph> build) {
    GraphDef graph = build.apply(graph()).graph();
    GraphDef lowered = pass.apply(graph);
    assertThat(lowered).as(pass.name()).isNotEqualTo(graph);
    double[] expected = run(graph);
    assertThat(run(lowered)).hasSameSizeAs(expected).containsExactly(expected, within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void isDifferentiatedRightly(String name, GraphPass pass, UnaryOperator<TestGraph> build) {
    Path model = build.apply(graph()).output("y", "result").save(directory);
    try (ModelGradient session = Resources.open(model, new ModelOptions(Precision.DOUBLE))) {
      assertThat(session.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(session.info().selfCheck().error()).isLessThan(1e-6);
      assertThat(session.warnings()).as("no differences instead of gradients").isEmpty();
    }
  }

  @Test
  void bilinearResizingAgreesWithTensorFlow() {
    for (Map<String, Boolean> kind :
        List.of(
            Map.of("align_corners", true),
            Map.of("half_pixel_centers", true),
            Map.<String, Boolean>of())) {
      TestGraph graph = new TestGraph(DataType.DT_FLOAT);
      graph.input("x", 3, 4, 4, 2);
      String resized =
          graph.op(
              "ResizeBilinear",
              node -> kind.forEach((key, value) -> node.putAttr(key, Nodes.flag(value))),
              "x",
              graph.ints(7, 3));
      graph.node(Nodes.identity("result", resized, DataType.DT_FLOAT).toBuilder());
      GraphDef lowered = new LowerImages(FAULTS).apply(graph.graph());
      assertThat(lowered).isNotEqualTo(graph.graph());
      assertThat(run(doubled(lowered))).containsExactly(run(doubled(graph.graph())), within(1e-6));
    }
  }

  @Test
  void normalisationOverChannelsAgreesWithTensorFlow() {
    TestGraph graph = new TestGraph(DataType.DT_FLOAT);
    graph.input("x", 3, 4, 4, 2);
    String normal = graph.op("LRN", node -> node.putAttr("depth_radius", Nodes.integer(1)), "x");
    graph.node(Nodes.identity("result", normal, DataType.DT_FLOAT).toBuilder());
    GraphDef filled =
        new ToFloating(DataType.DT_FLOAT, OpCatalog.registered(), FAULTS).apply(graph.graph());
    assertThat(run(doubled(new LowerImages(FAULTS).apply(filled))))
        .containsExactly(run(doubled(filled)), within(1e-6));
  }

  private static Arguments arguments(
      String name, GraphPass pass, Function<TestGraph, String> operation) {
    UnaryOperator<TestGraph> build =
        graph -> {
          String result = operation.apply(graph);
          graph.node(Nodes.identity("result", result, DataType.DT_DOUBLE).toBuilder());
          return graph;
        };
    return Arguments.of(name, pass, build);
  }

  private static TestGraph graph() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.input("x", -1, 4, 4, 2);
    return graph;
  }

  private static String identities(TestGraph graph) {
    String second = graph.op("Square", "x");
    String both =
        graph.node(
            Nodes.node("", "IdentityN", "x", second)
                .putAttr(
                    "T",
                    AttrValue.newBuilder()
                        .setList(
                            AttrValue.ListValue.newBuilder()
                                .addType(DataType.DT_DOUBLE)
                                .addType(DataType.DT_DOUBLE))
                        .build()));
    return graph.op("Mul", both, both + ":1");
  }

  private static String gaps(TestGraph graph, String padding, long gap) {
    return TestModels.conv(graph, "x", 2, 3, padding, gap);
  }

  private static String padded(TestGraph graph, long gap) {
    return graph.op(
        "Conv2D",
        node ->
            node.putAttr("strides", Nodes.integers(List.of(1L, 1L, 1L, 1L)))
                .putAttr("dilations", Nodes.integers(List.of(1L, gap, gap, 1L)))
                .putAttr("padding", Nodes.text("EXPLICIT"))
                .putAttr(
                    "explicit_paddings", Nodes.integers(List.of(0L, 0L, 1L, 2L, 3L, 1L, 0L, 0L))),
        "x",
        graph.weights(0.3, 3, 3, 2, 3));
  }

  private static String small(TestGraph graph) {
    return graph.op(
        "Conv2D",
        node ->
            node.putAttr("strides", Nodes.integers(List.of(1L, 1L, 1L, 1L)))
                .putAttr("dilations", Nodes.integers(List.of(1L, 2L, 2L, 1L)))
                .putAttr("padding", Nodes.text("VALID")),
        "x",
        graph.weights(0.3, 2, 2, 2, 3));
  }

  private static String positive(TestGraph graph) {
    return graph.op("AddV2", graph.op("Exp", "x"), graph.numbers(List.of(), 0.3));
  }

  private static String plus(TestGraph graph, String step) {
    return graph.op("AddV2", step, graph.op("Square", "x"));
  }

  private static String norm(TestGraph graph) {
    return graph.op(
        "EuclideanNorm",
        node -> node.putAttr("Tidx", INT).putAttr("keep_dims", Nodes.flag(true)),
        "x",
        graph.ints(1, -1));
  }

  private static String gathered(TestGraph graph) {
    return graph.node(
        Nodes.node("", "GatherV2", graph.op("Square", "x"), graph.ints(1, 0, 1), graph.integer(-1))
            .putAttr("Tparams", Nodes.type(DataType.DT_DOUBLE))
            .putAttr("Tindices", INT)
            .putAttr("Taxis", INT));
  }

  private static String largest(TestGraph graph) {
    String flat = graph.op("Reshape", "x", graph.ints(-1, 32));
    return graph.op("TopKV2", flat, graph.integer(3));
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

  private static String diagonal(TestGraph graph) {
    String square = graph.op("Square", "x");
    return graph.op("MatrixDiagPartV2", square, graph.integer(0), graph.numbers(List.of(), 0));
  }

  private static String diagonalMatrix(TestGraph graph) {
    return graph.op(
        "MatrixDiagV3",
        graph.op("Square", "x"),
        graph.integer(0),
        graph.integer(-1),
        graph.integer(-1),
        graph.numbers(List.of(), 0));
  }

  private static GraphDef doubled(GraphDef graph) {
    return new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), FAULTS).apply(graph);
  }

  private static double[] run(GraphDef graph) {
    double[] x = GradientCheck.randomSamples(96).slice(0, 1).values();
    try (NativeGraph taken = NativeGraph.of(graph, FAULTS);
        TFloat64 input =
            TFloat64.tensorOf(
                org.tensorflow.ndarray.Shape.of(3, 4, 4, 2),
                tensor -> tensor.asRawTensor().data().asDoubles().write(x));
        Result result = taken.session().runner().feed("x", input).fetch("result").run()) {
      double[] values = new double[(int) result.get(0).shape().size()];
      result.get(0).asRawTensor().data().asDoubles().read(values);
      return values;
    }
  }
}
