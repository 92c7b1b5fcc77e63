package org.liegg.engine.tensorflow.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.InMemoryModels;
import org.liegg.engine.tensorflow.TestFunction;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;

/** Branches that constants and shapes decide are replaced by what they choose, 3x or 5x or 7x. */
class UnrollLoopsTest {
  private static final DataType REAL = DataType.DT_DOUBLE;

  static Stream<Arguments> conditions() {
    return Stream.of(
        of("true", 3, DataType.DT_BOOL, g -> truth(g, true)),
        of("false", 5, DataType.DT_BOOL, g -> truth(g, false)),
        of("2", 3, DataType.DT_INT32, g -> g.integer(2)),
        of("0", 5, DataType.DT_INT32, g -> g.integer(0)),
        of("0.5", 3, REAL, g -> g.numbers(List.of(), 0.5)),
        of("a list of one 0", 3, DataType.DT_INT32, g -> g.ints(0)),
        of("an empty list", 5, DataType.DT_INT32, g -> g.ints()),
        of("the number of axes", 3, DataType.DT_INT32, g -> g.op("Rank", "x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void branchesAreChosenByWhatIsKnown(
      String name, double factor, DataType type, Function<TestGraph, String> condition) {
    TestGraph graph = graph();
    NodeDef.Builder branch =
        Nodes.node("", "StatelessIf", condition.apply(graph), "x")
            .putAttr("Tcond", Nodes.type(type))
            .putAttr("Tin", TestFunction.types(List.of(REAL)))
            .putAttr("Tout", TestFunction.types(List.of(REAL)))
            .putAttr("then_branch", TestFunction.named("times_3"))
            .putAttr("else_branch", TestFunction.named("times_5"));
    assertFactor(graph.output("y", graph.node(branch)), factor);
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,5", "2,7", "3,7", "-1,7"})
  void casesOutOfRangeAreTheLast(int index, double factor) {
    TestGraph graph = graph();
    AttrValue.Builder branches = AttrValue.newBuilder();
    for (int i : List.of(3, 5, 7)) {
      branches.getListBuilder().addFunc(NameAttrList.newBuilder().setName("times_" + i));
    }
    NodeDef.Builder choice =
        Nodes.node("", "Case", graph.integer(index), "x")
            .putAttr("Tin", TestFunction.types(List.of(REAL)))
            .putAttr("Tout", TestFunction.types(List.of(REAL)))
            .putAttr("branches", branches.build());
    assertFactor(graph.output("y", graph.node(choice)), factor);
  }

  private static void assertFactor(TestGraph graph, double factor) {
    var meta = graph.model().getMetaGraphs(0);
    try (ModelGradient session = InMemoryModels.open(meta, variables -> Map.of())) {
      assertThat(session.warnings()).as("no differences instead of gradients").isEmpty();
      assertThat(session.jacobians(new Batch(1, 2, new double[] {0.4, -1.1})).values())
          .containsExactly(factor, 0, 0, factor);
    }
  }

  private static TestGraph graph() {
    TestGraph graph = new TestGraph(REAL);
    graph.input("x", -1, 2);
    for (int factor : List.of(3, 5, 7)) {
      TestFunction function = new TestFunction("times_" + factor).argument("x", REAL);
      String number = function.constant(Tensors.scalar(REAL, factor));
      String y = function.op("Mul", "z", "x", number);
      graph.function(function.result("y", REAL, y).build());
    }
    return graph;
  }

  private static String truth(TestGraph graph, boolean value) {
    String one = graph.integer(value ? 1 : 0);
    return graph.node(
        Nodes.node("", "Cast", one)
            .putAttr("SrcT", Nodes.type(DataType.DT_INT32))
            .putAttr("DstT", Nodes.type(DataType.DT_BOOL)));
  }

  private static Arguments of(
      String name, double factor, DataType type, Function<TestGraph, String> condition) {
    return Arguments.of(name, factor, type, condition);
  }
}
