package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/** Whole models of unusual kinds: each gives the right Jacobians, or one clear error. */
@Tag("slow")
class OddModelsTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);
  private static final DataType REAL = DataType.DT_DOUBLE;

  @TempDir Path directory;

  @Test
  void aSignatureNeedsOutputs() {
    TestGraph graph = new TestGraph(REAL);
    graph.input("x", -1, 2);
    assertRefused(
        graph,
        "LIEGG-MODEL-OUTPUTS",
        "serving_default has no outputs; take another signature with --output");
  }

  @Test
  void aSignatureNeedsInputs() {
    TestGraph graph = new TestGraph(REAL);
    graph.output("y", graph.weights(1, 3, 2));
    assertRefused(
        graph,
        "LIEGG-MODEL-NO-INPUT",
        "serving_default has no inputs; take another signature with --output");
  }

  @Test
  void wordsBesideTheInputAreNamed() {
    TestGraph graph = new TestGraph(REAL);
    graph.input("words", DataType.DT_STRING, unknown());
    graph.output("y", graph.op("Square", graph.input("x", -1, 2)));
    assertRefused(
        graph,
        "LIEGG-MODEL-INPUT-TYPE",
        "its input words takes DT_STRING; take a signature whose inputs are numbers");
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"DT_INT32", "DT_INT64", "DT_BOOL"})
  void wholeNumbersHaveNoGradient(DataType type) {
    TestGraph graph = new TestGraph(REAL);
    String ids = graph.input("ids", type, Nodes.shapeProto(List.of(-1, 3)));
    String numbers = graph.cast(ids, type, DataType.DT_INT32);
    graph.output("y", looked(graph, numbers));
    assertRefused(
        graph,
        "LIEGG-MODEL-INPUT-TYPE",
        "its input ids takes %s, by which nothing can be differentiated".formatted(type));
  }

  @Test
  void wholeNumbersBesideTheInputAreHeld() {
    TestGraph graph = new TestGraph(REAL);
    String ids = graph.input("ids", DataType.DT_INT32, Nodes.shapeProto(List.of(-1)));
    String factors = looked(graph, ids);
    graph.output("y", graph.op("Mul", graph.op("Square", graph.input("x", -1, 2)), factors));
    Path model = graph.save(directory);
    // A sample is the id, and then two numbers.
    Batch samples = new Batch(2, 3, new double[] {2, 0.5, 3, 0, 0.5, 3});
    try (ModelGradient session = Resources.open(model, DOUBLE)) {
      assertThat(session.info().input()).isEqualTo("x");
      assertThat(session.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(session.jacobians(samples).values()).containsExactly(5, 0, 0, 36, 1, 0, 0, 12);
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> session.jacobians(new Batch(1, 3, new double[] {4, 1, 1})))
          .withMessageStartingWith("LIEGG-MODEL-FAILS")
          .withMessageContaining("4 is not in [0, 3)");
    }
  }

  @ParameterizedTest
  @CsvSource({"DT_BOOL, -2, 1", "DT_BOOL, 0, 0", "DT_UINT8, -2, 0", "DT_UINT8, 300.4, 255"})
  void whatATypeLacksBecomesTheClosestThatItHas(DataType type, double said, double held) {
    TestGraph graph = new TestGraph(REAL);
    String flag = graph.input("flag", type, Nodes.shapeProto(List.of(-1, 1)));
    String factor = graph.cast(flag, type, REAL);
    graph.output("y", graph.op("Mul", graph.input("x", -1, 1), factor));
    try (ModelGradient session = Resources.open(graph.save(directory), DOUBLE)) {
      assertThat(session.jacobians(new Batch(1, 2, new double[] {said, 1})).values())
          .containsExactly(held);
    }
  }

  @Test
  void whatTensorFlowDoesNotImplementIsNamed() {
    TestGraph graph = new TestGraph(REAL);
    String image = graph.input("x", -1, 4, 4, 2);
    String convolved =
        graph.op(
            "Conv2D",
            node ->
                node.putAttr("strides", Nodes.integers(List.of(1L, 1L, 1L, 2L)))
                    .putAttr("padding", Nodes.text("VALID")),
            image,
            graph.weights(1, 2, 2, 2, 3));
    assertRefused(
        graph.output("y", convolved), "LIEGG-MODEL-FAILS", "strides in the batch and depth");
  }

  @Test
  void anInputOfUnknownRankNeedsAShape() {
    TestGraph graph = new TestGraph(REAL);
    String x = graph.input("x", REAL, unknown());
    graph.output("y", graph.op("MatMul", x, graph.numbers(List.of(2, 1), 3, 5)));
    assertRefused(graph, "LIEGG-MODEL-INPUT-SHAPE", "its input x has the shape ?");
    try (ModelGradient session =
        Resources.open(graph.save(directory), DOUBLE.withShape("", List.of(2)))) {
      assertThat(session.jacobians(new Batch(1, 2, new double[] {1, 1})).values())
          .containsExactly(3, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aVariableThatDivergedIsNamed(double value) {
    TestGraph graph = new TestGraph(REAL);
    graph.node(Nodes.node("dense/kernel", "VarHandleOp").putAttr("dtype", Nodes.type(REAL)));
    String read =
        graph.node(
            Nodes.node("", "ReadVariableOp", "dense/kernel").putAttr("dtype", Nodes.type(REAL)));
    graph.output("y", graph.op("MatMul", graph.input("x", -1, 2), read));
    var meta = graph.model().getMetaGraphs(0);
    var kernel = Tensors.floating(Nodes.shapeProto(List.of(2, 1)), REAL, new double[] {1, value});
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> InMemoryModels.open(meta, variables -> Map.of("dense/kernel", kernel), DOUBLE))
        .withMessage(
            "LIEGG-MODEL-NONFINITE: model test: parameter 2 of 2 of dense/kernel is %s; train it"
                + " again; its training diverged",
            value);
  }

  @Test
  void aConstantThatIsNoNumberIsNamed() {
    TestGraph graph = new TestGraph(REAL);
    String weights = graph.numbers(List.of(2, 1), Double.NaN, 1);
    graph.output("y", graph.op("MatMul", graph.input("x", -1, 2), weights));
    assertRefused(
        graph, "LIEGG-MODEL-NONFINITE", "parameter 1 of 2 of %s is NaN".formatted(weights));
  }

  @Test
  void masksOfInfinitiesAreNoFault() {
    TestGraph graph = new TestGraph(REAL);
    String mask = graph.numbers(List.of(3), 0, Double.NEGATIVE_INFINITY, 0);
    graph.output("y", graph.op("Softmax", graph.op("AddV2", graph.input("x", -1, 3), mask)));
    try (ModelGradient session = Resources.open(graph.save(directory), DOUBLE)) {
      assertThat(session.jacobians(new Batch(1, 3, new double[] {1, 7, 1})).values())
          .containsExactly(new double[] {0.25, 0, -0.25, 0, 0, 0, -0.25, 0, 0.25}, within(1e-15));
    }
  }

  @Test
  void anOutputThatIsOneForAllSamplesIsRefused() {
    TestGraph graph = new TestGraph(REAL);
    graph.input("x", -1, 2);
    graph.output("y", graph.weights(1, 3));
    assertRefused(graph, "LIEGG-MODEL-UNSUPPORTED", "no axis of samples");
  }

  @Test
  void anInputThatTheOutputDoesNotReadHasNoInfluence() {
    TestGraph graph = new TestGraph(REAL);
    String a = graph.input("a", -1, 2);
    graph.input("b", -1, 1);
    graph.output("y", graph.op("Square", a));
    Path model = graph.save(directory);
    Batch sample = new Batch(1, 3, new double[] {2, 3, 4});
    try (ModelGradient both = Resources.open(model, DOUBLE);
        ModelGradient unread = Resources.open(model, DOUBLE.withInput("b"))) {
      assertThat(both.jacobians(sample).values()).containsExactly(4, 0, 0, 0, 6, 0);
      assertThat(unread.jacobians(sample).values()).containsExactly(0, 0);
    }
  }

  /** All Jacobians of such a batch in one run would take some 100 GB. */
  @Test
  void aThousandOutputsAreTakenInBlocks() {
    TestGraph graph = new TestGraph(REAL);
    String x = graph.input("x", -1, 3);
    double[] weights = new double[3 * 1000];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.sin(i);
    }
    String product = graph.op("MatMul", x, graph.numbers(List.of(3, 1000), weights));
    graph.output("y", graph.op("Square", product));
    int samples = 4000;
    double[] values = new double[3 * samples];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.cos(i);
    }
    try (ModelGradient session = Resources.open(graph.save(directory), DOUBLE)) {
      Jacobians jacobians = session.jacobians(new Batch(samples, 3, values));
      for (int n = 0; n < samples; n += 97) {
        for (int o = 0; o < 1000; o += 7) {
          double z = 0;
          for (int i = 0; i < 3; i++) {
            z += values[3 * n + i] * weights[1000 * i + o];
          }
          assertThat(jacobians.response(n, o)).isCloseTo(z * z, within(1e-14));
          for (int i = 0; i < 3; i++) {
            assertThat(jacobians.get(n, o, i))
                .isCloseTo(2 * z * weights[1000 * i + o], within(1e-14));
          }
        }
      }
    }
  }

  /** Rows of a table of factors: 1, 2; 2.5, 4; 5, 6. */
  private static String looked(TestGraph graph, String ids) {
    return graph.node(
        Nodes.node(
                "",
                "GatherV2",
                graph.numbers(List.of(3, 2), 1, 2, 2.5, 4, 5, 6),
                ids,
                graph.integer(0))
            .putAttr("Tparams", Nodes.type(REAL))
            .putAttr("Tindices", Nodes.type(DataType.DT_INT32))
            .putAttr("Taxis", Nodes.type(DataType.DT_INT32)));
  }

  private static TensorShapeProto unknown() {
    return TensorShapeProto.newBuilder().setUnknownRank(true).build();
  }

  private void assertRefused(TestGraph graph, String code, String found) {
    Path model = graph.save(directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, DOUBLE))
        .withMessageStartingWith(code)
        .withMessageContaining(found);
  }
}
