package org.liegg.engine.tensorflow.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TensorFlowGradientProvider;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;

/** Heads, hidden layers, inputs, and what can be listed of them. */
class ChoicesTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);

  @TempDir Path directory;

  @Test
  void logitsLeaveTheLastActivationOff() {
    Path model = TestModels.dense().save(directory);
    Batch x = GradientCheck.randomSamples(6);
    try (ModelGradient output = Resources.open(model, DOUBLE);
        ModelGradient logits = Resources.open(model, DOUBLE.withHead(Head.LOGITS));
        ModelGradient softmax = Resources.open(model, DOUBLE.withHead(Head.SOFTMAX))) {
      assertThat(logits.info().head()).isEqualTo("logits");
      assertThat(output.info().activation()).contains("softmax");
      assertThat(logits.info().activation()).isEmpty();
      assertThat(logits.outputs(x).values()).isNotEqualTo(output.outputs(x).values());
      Jacobians own = output.jacobians(x);
      Jacobians added = softmax.jacobians(x);
      assertThat(added.values()).containsExactly(own.values(), within(1e-12));
      assertThat(added.responses()).containsExactly(own.responses(), within(1e-12));
    }
  }

  @Test
  void layersAreFoundByTheirNames() {
    Path model = layered().save(directory);
    for (String name : List.of("second", "model/second", "serving_default:second", "2")) {
      try (ModelGradient layer = Resources.open(model, DOUBLE.withOutput(name))) {
        assertThat(layer.info().outputSize()).as(name).isEqualTo(7);
      }
    }
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, DOUBLE.withOutput("third")))
        .withMessageStartingWith("LIEGG-MODEL-NO-OUTPUT")
        .withMessageContaining("y, first, second");
  }

  @Test
  void theLayoutListsInputsOutputsAndLayers() {
    ModelLayout layout =
        new TensorFlowGradientProvider()
            .layout(ModelSource.of(layered().save(directory)), ModelOptions.defaults());
    assertThat(layout.inputs()).containsExactly(new ModelPort("x", "DT_FLOAT", List.of(4)));
    assertThat(layout.outputs())
        .containsExactly(
            new ModelPort("y", "output", List.of(2)),
            new ModelPort("first", "Relu", List.of(5)),
            new ModelPort("second", "Tanh", List.of(7)),
            new ModelPort("head", "MatMul", List.of(2)));
  }

  @Test
  void aSampleHoldsAllInputsByName() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    String b = graph.op("Square", graph.input("b", -1, 2));
    graph.output("y", graph.op("Mul", b, graph.input("a", -1, 2)));
    Path model = graph.save(directory);
    Batch sample = new Batch(1, 4, new double[] {2, 3, 5, 7});
    try (ModelGradient both = Resources.open(model, DOUBLE);
        ModelGradient second = Resources.open(model, DOUBLE.withInput("b"))) {
      assertThat(both.info().inputSize()).isEqualTo(4);
      assertThat(both.jacobians(sample).values()).containsExactly(25, 0, 20, 0, 0, 49, 0, 42);
      assertThat(second.info().input()).isEqualTo("b");
      assertThat(second.info().sampleSize()).isEqualTo(4);
      assertThat(second.info().inputFrom()).isEqualTo(2);
      assertThat(second.jacobians(sample).values()).containsExactly(20, 0, 0, 42);
    }
  }

  @Test
  void aFixedNumberOfSamplesIsFilledUp() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    String x = graph.input("x", 4, 3);
    String y = graph.op("MatMul", graph.op("Square", x), graph.numbers(List.of(3, 1), 1, 2, 3));
    Path model = graph.output("y", y).save(directory);
    ModelOptions options = DOUBLE.withShape("", List.of(3));
    try (ModelGradient session = Resources.open(model, options)) {
      Jacobians jacobians =
          session.jacobians(
              new Batch(6, 3, new double[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6}));
      for (int n = 0; n < 6; n++) {
        double x0 = n + 1;
        assertThat(jacobians.slice(n, n + 1).values()).containsExactly(2 * x0, 4 * x0, 6 * x0);
      }
    }
  }

  @Test
  void aGraphOfOneSampleTakesOneAfterTheOther() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.output("y", graph.op("Square", graph.input("x", 3)));
    try (ModelGradient session = Resources.open(graph.save(directory), DOUBLE)) {
      assertThat(session.jacobians(new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6})).values())
          .containsExactly(2, 0, 0, 0, 4, 0, 0, 0, 6, 8, 0, 0, 0, 10, 0, 0, 0, 12);
    }
  }

  @Test
  void aNamedSignatureIsListedWhereNoneIsTheDefault() {
    SavedModel.Builder model = TestModels.dense().model().toBuilder();
    var meta = model.getMetaGraphsBuilder(0);
    var signature = meta.getSignatureDefOrThrow("serving_default");
    meta.clearSignatureDef().putSignatureDef("one", signature).putSignatureDef("two", signature);
    ModelLayout layout =
        new TensorFlowGradientProvider()
            .layout(
                ModelSource.of(TestGraph.write(model.build(), directory)),
                ModelOptions.defaults().withOutput("two"));
    assertThat(layout.inputs()).extracting(ModelPort::name).containsExactly("x");
    assertThat(layout.outputs()).extracting(ModelPort::name).contains("y", "one:y");
  }

  @Test
  void halfPrecisionIsWidened() {
    TestGraph graph = new TestGraph(DataType.DT_FLOAT);
    String x = graph.input("x", -1, 3);
    String half = graph.cast(x, DataType.DT_FLOAT, DataType.DT_BFLOAT16);
    String squares =
        graph.node(Nodes.node("", "Square", half).putAttr("T", Nodes.type(DataType.DT_BFLOAT16)));
    String y = graph.cast(squares, DataType.DT_BFLOAT16, DataType.DT_FLOAT);
    try (ModelGradient session = Resources.open(graph.output("y", y).save(directory), DOUBLE)) {
      double x0 = 1.2345678901;
      double[] gradient = session.jacobians(new Batch(1, 3, new double[] {x0, 1, 2})).values();
      assertThat(gradient[0]).isCloseTo(2 * x0, within(1e-15));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"DT_HALF", "DT_BFLOAT16"})
  void inputsOfHalfPrecisionAreWidened(DataType half) {
    TestGraph graph = new TestGraph(half);
    String weights =
        graph.node(
            TestGraph.constant(
                "w",
                TensorProto.newBuilder()
                    .setDtype(half)
                    .setTensorShape(Nodes.shapeProto(List.of(2, 1)))
                    // 1 and −2, the upper halves of a float or in binary16.
                    .addHalfVal(half == DataType.DT_HALF ? 0x3c00 : 0x3f80)
                    .addHalfVal(0xc000)
                    .build()));
    String x = graph.input("x", -1, 2);
    graph.output("y", graph.op("Square", graph.op("MatMul", x, weights)));
    try (ModelGradient session = Resources.open(graph.save(directory), DOUBLE)) {
      double[] gradient = session.jacobians(new Batch(1, 2, new double[] {0.3, 0.1})).values();
      assertThat(gradient).containsExactly(new double[] {0.2, -0.4}, within(1e-15));
    }
  }

  private static TestGraph layered() {
    TestGraph graph = new TestGraph();
    String first = named(graph, "first", graph.input("x", -1, 4), 4, 5, "Relu");
    String second = named(graph, "second", first, 5, 7, "Tanh");
    String weights = graph.weights(0.4, 7, 2);
    String last =
        graph.node(
            Nodes.node("model/head/MatMul", "MatMul", second, weights)
                .putAttr("T", Nodes.type(DataType.DT_FLOAT)));
    return graph.output("y", last);
  }

  private static String named(
      TestGraph graph, String name, String x, int inputs, int outputs, String activation) {
    String weights = graph.weights(0.4, inputs, outputs);
    String product =
        graph.node(
            Nodes.node("model/" + name + "/MatMul", "MatMul", x, weights)
                .putAttr("T", Nodes.type(DataType.DT_FLOAT)));
    return graph.node(
        Nodes.node("model/" + name + "/" + activation, activation, product)
            .putAttr("T", Nodes.type(DataType.DT_FLOAT)));
  }
}
