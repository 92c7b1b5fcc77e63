package org.liegg.engine.tensorflow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.engine.tensorflow.lower.LoweringCheck.FAULTS;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.InMemoryModels;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/** Functions of single numbers, steps, and what passes tensors on. */
class ScalarLoweringsTest extends LoweringContract {
  private static final AttrValue INT = Nodes.type(DataType.DT_INT32);

  static Stream<Arguments> operations() {
    return Stream.of(
        LoweringCheck.of("IdentityN", new LowerIdentities(FAULTS), ScalarLoweringsTest::identities),
        LoweringCheck.of(
            "PreventGradient", new LowerIdentities(FAULTS), g -> g.op("PreventGradient", "x")),
        LoweringCheck.of("Snapshot", new LowerIdentities(FAULTS), g -> g.op("Snapshot", "x")),
        scalar("Erfc", g -> g.op("Erfc", "x")),
        scalar("Xlogy", g -> g.op("Xlogy", "x", positive(g))),
        scalar("Xlog1py", g -> g.op("Xlog1py", "x", positive(g))),
        scalar("Xdivy", g -> g.op("Xdivy", "x", positive(g))),
        scalar("MulNoNan", g -> g.op("MulNoNan", "x", positive(g))),
        scalar("EuclideanNorm", ScalarLoweringsTest::norm),
        scalar("AccumulateNV2", ScalarLoweringsTest::sum),
        step("Round", g -> plus(g, g.op("Round", "x"))),
        step("Rint", g -> plus(g, g.op("Rint", "x"))),
        step("Ceil", g -> plus(g, g.op("Ceil", "x"))),
        step("FloorDiv", g -> plus(g, g.op("FloorDiv", "x", positive(g)))),
        step("OnesLike", g -> plus(g, g.op("OnesLike", "x"))),
        step("FloorMod", g -> g.op("FloorMod", "x", positive(g))),
        step("FloorMod by less than 0", g -> g.op("FloorMod", "x", g.op("Neg", positive(g)))),
        step("Mod", g -> g.op("Mod", "x", positive(g))),
        step("TruncateMod", g -> g.op("TruncateMod", "x", positive(g))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Round", "Rint", "Ceil", "Floor", "Sign", "OnesLike", "ZerosLike"})
  void stepsHaveNoSlope(String op) {
    double[] slopes = gradient(g -> g.op(op, "x"), 0.3, -1.7);
    assertThat(slopes).containsExactly(0, 0);
  }

  @Test
  void roundingToBitsHasNoSlope() {
    // x + q(x), where q rounds to 256 steps between -6 and 6.
    TestGraph graph = new TestGraph(DataType.DT_FLOAT);
    graph.input("x", -1, 1);
    String rounded =
        graph.node(
            Nodes.node("", "FakeQuantWithMinMaxArgs", "x")
                .putAttr("min", AttrValue.newBuilder().setF(-6).build())
                .putAttr("max", AttrValue.newBuilder().setF(6).build())
                .putAttr("num_bits", Nodes.integer(8))
                .putAttr("narrow_range", Nodes.flag(false)));
    var meta = graph.output("y", graph.op("AddV2", "x", rounded)).model().getMetaGraphs(0);
    try (ModelGradient session = InMemoryModels.open(meta, variables -> Map.of())) {
      assertThat(session.jacobians(new Batch(2, 1, new double[] {0.3, -1.7})).values())
          .containsExactly(1, 1);
    }
  }

  @Test
  void remaindersHaveTheSlopesOfWhatIsTakenOff() {
    // x − floor(x/3)·3, and 3 − floor(3/x)·x.
    assertThat(gradient(g -> g.op("FloorMod", "x", g.numbers(List.of(), 3)), 4.5, -4.5))
        .containsExactly(1, 1);
    assertThat(gradient(g -> g.op("FloorMod", g.numbers(List.of(), 3), "x"), 0.8, -0.8))
        .containsExactly(-3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xlogy", "Xdivy", "Xlog1py"})
  void whatIsNothingTimesTheInfiniteIsFlat(String op) {
    // Both factors are 0 at 0, where the logarithm and the quotient are infinite.
    double[] slopes = gradient(g -> g.op(op, "x", "x"), 0, 1.5);
    assertThat(slopes[0]).isZero();
    double second =
        switch (op) {
          case "Xlogy" -> Math.log(1.5) + 1;
          case "Xdivy" -> 0;
          default -> Math.log1p(1.5) + 1.5 / 2.5;
        };
    assertThat(slopes[1]).isCloseTo(second, within(1e-14));
  }

  /** The slopes of a function of single numbers. */
  private static double[] gradient(Function<TestGraph, String> function, double... at) {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.input("x", -1, 1);
    var meta = graph.output("y", function.apply(graph)).model().getMetaGraphs(0);
    try (ModelGradient session = InMemoryModels.open(meta, variables -> Map.of())) {
      assertThat(session.warnings()).isEmpty();
      return session.jacobians(new Batch(at.length, 1, at)).values();
    }
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

  private static String sum(TestGraph graph) {
    return graph.op(
        "AccumulateNV2",
        node ->
            node.putAttr("N", Nodes.integer(2)).putAttr("shape", Nodes.shape(List.of(-1, 4, 4, 2))),
        "x",
        graph.op("Square", "x"));
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

  private static Arguments scalar(String name, Function<TestGraph, String> operation) {
    return LoweringCheck.of(name, new LowerScalars(FAULTS), operation);
  }

  private static Arguments step(String name, Function<TestGraph, String> operation) {
    return LoweringCheck.of(name, new LowerSteps(FAULTS), operation);
  }
}
