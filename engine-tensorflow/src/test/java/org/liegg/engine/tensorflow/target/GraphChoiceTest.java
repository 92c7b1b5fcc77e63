package org.liegg.engine.tensorflow.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TensorFlowGradientProvider;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.DataType;

/** Frozen graphs do not say what goes in and what comes out. */
class GraphChoiceTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"frozen.pb", "frozen.bytes", "frozen"})
  void theOnlyPlaceholderAndTheOnlyEndAreTaken(String name) throws IOException {
    TestGraph graph = new TestGraph();
    tanh(graph, "end", graph.dense(graph.input("x", -1, 5), 5, 2));
    Path path = Files.write(directory.resolve(name), graph.graph().toByteArray());
    assertThat(new TensorFlowGradientProvider().accepts(ModelSource.of(path))).isTrue();
    try (ModelGradient named = open(path, DOUBLE.withInput("x:0").withOutput("end:0"));
        ModelGradient unnamed = open(path, DOUBLE)) {
      Batch samples = new Batch(1, 5, new double[] {0.1, 0.2, 0.3, 0.4, 0.5});
      assertThat(unnamed.info().outputSize()).isEqualTo(2);
      assertThat(unnamed.info().output()).isEqualTo("end");
      assertThat(unnamed.jacobians(samples).values()).isEqualTo(named.jacobians(samples).values());
    }
  }

  @Test
  void endsThatFollowFromNoPlaceholderDoNotCount() throws IOException {
    TestGraph graph = new TestGraph();
    tanh(graph, "end", graph.dense(graph.input("x", -1, 5), 5, 2));
    tanh(graph, "saver", graph.numbers(List.of(2), 1, 2));
    try (ModelGradient opened = open(write(graph), DOUBLE)) {
      assertThat(opened.info().output()).isEqualTo("end");
    }
  }

  @Test
  void oneOfSeveralEndsHasToBeNamed() throws IOException {
    TestGraph graph = new TestGraph();
    String last = graph.dense(graph.input("x", -1, 5), 5, 2);
    tanh(graph, "end", last);
    tanh(graph, "other", last);
    Path path = write(graph);
    assertRefused(path, DOUBLE, "LIEGG-MODEL-TENSORS", "reads is end, other", "--output other");
    assertRefused(path, DOUBLE.withOutput("none"), "LIEGG-MODEL-NO-OUTPUT", "none");
    try (ModelGradient opened = open(path, DOUBLE.withOutput("end"))) {
      assertThat(opened.info().inputSize()).isEqualTo(5);
    }
  }

  @Test
  void oneOfSeveralPlaceholdersHasToBeNamed() throws IOException {
    TestGraph graph = new TestGraph();
    String sum = graph.op("AddV2", graph.input("a", -1, 3), graph.input("b", -1, 3));
    tanh(graph, "end", sum);
    Path path = write(graph);
    assertRefused(path, DOUBLE, "LIEGG-MODEL-TENSORS", "placeholders are a, b", "--input b");
    assertRefused(
        path,
        DOUBLE.withOutput("end"),
        "LIEGG-MODEL-TENSORS",
        "placeholders are a, b",
        "--input b");
    try (ModelGradient opened = open(path, DOUBLE.withInput("a"))) {
      assertThat(opened.info().inputSize()).isEqualTo(3);
    }
  }

  private static void tanh(TestGraph graph, String name, String of) {
    graph.node(Nodes.node(name, "Tanh", of).putAttr("T", Nodes.type(DataType.DT_FLOAT)));
  }

  private Path write(TestGraph graph) throws IOException {
    return Files.write(directory.resolve("frozen.pb"), graph.graph().toByteArray());
  }

  private static ModelGradient open(Path path, ModelOptions options) {
    return Resources.open(path, options);
  }

  private static void assertRefused(
      Path model, ModelOptions options, String code, String... named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(model, options))
        .withMessageStartingWith(code)
        .satisfies(e -> assertThat(e.getMessage()).contains(named));
  }
}
