package org.liegg.engine.tensorflow.controlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
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
import org.tensorflow.proto.TensorProto;

/**
 * Branches and loops that the samples decide, and whose functions read the variable w, alone or
 * through other functions. Their Jacobians are known: y_o = Σ_i x_i^p w_io, with the power p that
 * was chosen, or y = x Wⁿ.
 */
class ValuedFunctionsTest {
  private static final DataType REAL = DataType.DT_DOUBLE;
  private static final DataType VARIABLE = DataType.DT_RESOURCE;
  private static final DataType WHOLE = DataType.DT_INT32;
  private static final List<DataType> TAKEN = List.of(REAL, VARIABLE);

  private static final double[] W = {0.5, -1, 0.25, 2};

  /** Sums above 1, between 0 and 1, and below 0. */
  private static final Batch X = new Batch(3, 2, new double[] {0.7, 0.6, 0.9, -0.4, -0.8, 0.3});

  /** Which branches a graph has, the operation that chooses, and the powers for each sample. */
  static Stream<Arguments> branches() {
    return Stream.of(
        Arguments.of("If", "power_1", "power_2"),
        Arguments.of("If", "called_1", "called_2"),
        Arguments.of("If", "called_twice_1", "called_twice_2"),
        Arguments.of("If", "passed_1", "passed_2"),
        Arguments.of("StatelessIf", "power_1", "called_2"),
        Arguments.of("If", "power_1", "chooses"));
  }

  @ParameterizedTest(name = "{0}, {1} or {2}")
  @MethodSource("branches")
  void branchesReadVariables(String op, String ifTrue, String ifFalse) {
    TestGraph graph = graph();
    NodeDef.Builder branch =
        Nodes.node("", op, greater(graph, 0), "x", "w")
            .putAttr("Tcond", Nodes.type(DataType.DT_BOOL))
            .putAttr("Tin", TestFunction.types(TAKEN))
            .putAttr("Tout", TestFunction.types(List.of(REAL)))
            .putAttr("then_branch", TestFunction.named(ifTrue))
            .putAttr("else_branch", TestFunction.named(ifFalse));
    assertPowers(graph.output("y", graph.node(branch)), op, 1, 1, 2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void casesReadVariables(String op, String second) {
    TestGraph graph = graph();
    AttrValue.Builder branches = AttrValue.newBuilder();
    for (String name : List.of("power_3", second, "called_1")) {
      branches.getListBuilder().addFunc(NameAttrList.newBuilder().setName(name));
    }
    String index =
        graph.node(
            Nodes.node(
                    "", "AddV2", whole(graph, greater(graph, 0)), whole(graph, greater(graph, 1)))
                .putAttr("T", Nodes.type(WHOLE)));
    NodeDef.Builder choice =
        Nodes.node("", op, index, "x", "w")
            .putAttr("Tin", TestFunction.types(TAKEN))
            .putAttr("Tout", TestFunction.types(List.of(REAL)))
            .putAttr("branches", branches.build());
    assertPowers(graph.output("y", graph.node(choice)), op, 1, 2, 3);
  }

  static Stream<Arguments> cases() {
    return Stream.of(Arguments.of("Case", "power_2"), Arguments.of("StatelessCase", "called_2"));
  }

  /**
   * y = x W³, by three turns that multiply, through a call, or where the count of turns says so.
   */
  @ParameterizedTest
  @MethodSource("turns")
  void loopsReadVariablesThroughOtherFunctions(String op, String product) {
    TestGraph graph = graph();
    List<DataType> state = List.of(WHOLE, WHOLE, REAL, VARIABLE);
    String turns =
        graph.node(
            Nodes.node("", "AddV2", whole(graph, greater(graph, -9)), graph.integer(2))
                .putAttr("T", Nodes.type(WHOLE)));
    NodeDef.Builder loop =
        Nodes.node("", op, graph.integer(0), turns, "x", "w")
            .putAttr("T", TestFunction.types(state))
            .putAttr("cond", TestFunction.named("turns_left"))
            .putAttr("body", TestFunction.named("turn_by_" + product));
    graph.function(turnsLeft().build()).function(turn(product).build());
    graph.output("y", graph.node(loop) + ":2");
    double[] third = times(times(W, W), W);
    try (ModelGradient session = open(graph)) {
      assertThat(session.warnings().get(0).message()).contains(op);
      Jacobians jacobians = session.jacobians(X);
      for (int n = 0; n < X.rows(); n++) {
        for (int o = 0; o < 2; o++) {
          for (int i = 0; i < 2; i++) {
            assertThat(jacobians.get(n, o, i)).isCloseTo(third[i * 2 + o], within(1e-8));
          }
        }
      }
    }
  }

  static Stream<Arguments> turns() {
    return Stream.of(
        Arguments.of("While", "power_1"),
        Arguments.of("While", "called_1"),
        Arguments.of("While", "called_twice_1"),
        Arguments.of("While", "chosen"),
        Arguments.of("StatelessWhile", "called_1"));
  }

  @Test
  void switchesOfTheFirstTensorFlowAreDecidedByEachSample() {
    TestGraph graph = graph();
    String sides = graph.op("Switch", "x", greater(graph, 0));
    String weights =
        graph.node(Nodes.node("", "ReadVariableOp", "w").putAttr("dtype", Nodes.type(REAL)));
    String ifTrue = graph.op("Identity", sides + ":1");
    String merged =
        graph.op(
            "Merge",
            node -> node.putAttr("N", Nodes.integer(2)),
            graph.op("Square", sides),
            ifTrue);
    assertPowers(graph.output("y", graph.op("MatMul", merged, weights)), "Switch", 1, 1, 2);
  }

  private static void assertPowers(TestGraph graph, String op, int... powers) {
    try (ModelGradient session = open(graph)) {
      assertThat(session.warnings().get(0).message()).contains(op);
      Jacobians jacobians = session.jacobians(X);
      for (int n = 0; n < X.rows(); n++) {
        for (int o = 0; o < 2; o++) {
          double response = 0;
          for (int i = 0; i < 2; i++) {
            double x = X.get(n, i);
            response += Math.pow(x, powers[n]) * W[i * 2 + o];
            assertThat(jacobians.get(n, o, i))
                .as("sample %d, output %d, input %d", n, o, i)
                .isCloseTo(powers[n] * Math.pow(x, powers[n] - 1) * W[i * 2 + o], within(1e-8));
          }
          assertThat(jacobians.response(n, o)).isCloseTo(response, within(1e-12));
        }
      }
    }
  }

  private static ModelGradient open(TestGraph graph) {
    TensorProto value = Tensors.floating(Nodes.shapeProto(List.of(2, 2)), REAL, W);
    var meta = graph.model().getMetaGraphs(0);
    return InMemoryModels.open(meta, variables -> Map.of("w", value));
  }

  /** A graph of x and the variable w, with functions of both. */
  private static TestGraph graph() {
    TestGraph graph = new TestGraph(REAL);
    graph.input("x", -1, 2);
    graph.node(Nodes.node("w", "VarHandleOp").putAttr("dtype", Nodes.type(REAL)));
    for (int power = 1; power <= 3; power++) {
      graph.function(power(power).build());
      graph.function(calling("called_" + power, "power_" + power, false).build());
      graph.function(calling("called_twice_" + power, "called_" + power, false).build());
      graph.function(calling("passed_" + power, "power_" + power, true).build());
    }
    return graph.function(chooses().build());
  }

  private static TestFunction function(String name) {
    return new TestFunction(name).argument("x", REAL).argument("w", VARIABLE);
  }

  private static TestFunction power(int power) {
    TestFunction function = function("power_" + power);
    String x = "x";
    for (int i = 1; i < power; i++) {
      x = function.op("Mul", "z", x, "x");
    }
    return function.result("y", REAL, function.op("MatMul", "product", x, function.read("w")));
  }

  private static TestFunction calling(String name, String other, boolean passed) {
    TestFunction function = function(name);
    String w = "w";
    if (passed) {
      w =
          function.node(
              Nodes.node("", "Identity", "w").putAttr("T", Nodes.type(VARIABLE)), "output:0");
    }
    NodeDef.Builder call = TestFunction.call(other, TAKEN, List.of(REAL), "x", w);
    return function.result("y", REAL, function.node(call, "output:0"));
  }

  /** x² w, chosen from two by a constant. */
  private static TestFunction chooses() {
    TestFunction function = function("chooses");
    return function.result("y", REAL, choice(function, function.constant(Tensors.ints(0)), "x"));
  }

  private static String choice(TestFunction function, String condition, String x) {
    return function.node(
        Nodes.node("", "If", condition, x, "w")
            .putAttr("Tcond", Nodes.type(WHOLE))
            .putAttr("Tin", TestFunction.types(TAKEN))
            .putAttr("Tout", TestFunction.types(List.of(REAL)))
            .putAttr("then_branch", TestFunction.named("power_1"))
            .putAttr("else_branch", TestFunction.named("power_2")),
        "output:0");
  }

  private static TestFunction state(String name) {
    return new TestFunction(name)
        .argument("i", WHOLE)
        .argument("n", WHOLE)
        .argument("x", REAL)
        .argument("w", VARIABLE);
  }

  private static TestFunction turnsLeft() {
    TestFunction function = state("turns_left");
    return function.result(
        "left",
        DataType.DT_BOOL,
        function.node(Nodes.node("", "Less", "i", "n").putAttr("T", Nodes.type(WHOLE)), "z:0"));
  }

  private static TestFunction turn(String product) {
    TestFunction function = state("turn_by_" + product);
    String next =
        function.node(
            Nodes.node("", "AddV2", "i", function.constant(Tensors.ints(1)))
                .putAttr("T", Nodes.type(WHOLE)),
            "z:0");
    String y =
        product.equals("chosen")
            ? choice(function, next, "x")
            : function.node(TestFunction.call(product, TAKEN, List.of(REAL), "x", "w"), "output:0");
    return function
        .result("i_next", WHOLE, next)
        .result("n_next", WHOLE, "n")
        .result("x_next", REAL, y)
        .result("w_next", VARIABLE, "w");
  }

  /** Whether the sum of a sample's numbers is greater than a bound. */
  private static String greater(TestGraph graph, double bound) {
    String sum =
        graph.op("Sum", node -> node.putAttr("Tidx", Nodes.type(WHOLE)), "x", graph.ints(0, 1));
    return graph.op("Greater", sum, graph.numbers(List.of(), bound));
  }

  private static String whole(TestGraph graph, String truth) {
    return graph.node(
        Nodes.node("", "Cast", truth)
            .putAttr("SrcT", Nodes.type(DataType.DT_BOOL))
            .putAttr("DstT", Nodes.type(WHOLE)));
  }

  private static double[] times(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2],
      a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2],
      a[2] * b[1] + a[3] * b[3]
    };
  }
}
