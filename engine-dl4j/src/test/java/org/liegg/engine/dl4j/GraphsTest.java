package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GraphsTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);

  @TempDir Path directory;

  static Stream<Named<ComputationGraph>> graphs() {
    return Stream.of(
        Named.of("branches", Graphs.branches()),
        Named.of("a stack", Graphs.stacked()),
        Named.of("encoder and decoder", Graphs.encoderDecoder()));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void everyVertexIsDifferentiatedRightly(ComputationGraph graph) {
    ModelOptions options = DOUBLE.withShape(ModelOptions.ANY_INPUT, List.of(3, 4));
    if (graph.getVertex("encoder") == null) {
      options = DOUBLE;
    }
    for (ModelPort port :
        new Dl4jGradientProvider().layout(ModelSource.live(graph), options).outputs()) {
      try (ModelGradient model = Dl4jGradients.of(graph, options.withOutput(port.name()))) {
        ModelInfo info = model.info();
        assertThat(info.output()).isEqualTo(port.name());
        assertThat(info.outputSize())
            .as(port.name())
            .isEqualTo(port.shape().stream().reduce(1, (a, b) -> a * b));
        assertThat(info.selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
        assertThat(info.selfCheck().error()).as(port.name()).isLessThan(1e-8);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void outputsAreTheGraphsOwnLiveAndSaved(ComputationGraph graph) {
    ModelOptions options = DOUBLE.withDataShape(ModelOptions.ANY_INPUT, List.of(3, 4));
    try (ModelGradient live = Dl4jGradients.of(graph, options);
        ModelGradient saved =
            Models.open(
                new Dl4jGradientProvider(),
                ModelSource.of(Graphs.save(graph, directory)),
                options)) {
      Batch batch = Nets.samples(6, live.info().inputSize());
      INDArray x = Nets.array(batch, DataType.DOUBLE);
      INDArray y = graph.outputSingle(batch.columns() == 12 ? x.reshape(6, 3, 4) : x);
      assertThat(live.outputs(batch).values())
          .containsExactly(y.dup('c').data().asDouble(), within(1e-14));
      assertThat(saved.jacobians(batch).values())
          .containsExactly(live.jacobians(batch).values(), within(1e-14));
      assertThat(saved.info().output()).isEqualTo("output");
      assertThat(live.info().path()).isEqualTo("live ComputationGraph");
    }
  }

  @Test
  void oneInputVariesAndTheOtherIsHeld() {
    ComputationGraph graph = Graphs.twoInputs();
    ModelOptions options = DOUBLE.withShape("image", List.of(4, 4));
    try (ModelGradient all = Dl4jGradients.of(graph, options);
        ModelGradient vector = Dl4jGradients.of(graph, options.withInput("vector"));
        ModelGradient image = Dl4jGradients.of(graph, options.withInput("image"))) {
      Batch batch = Nets.samples(5, 19);
      Jacobians whole = all.jacobians(batch);
      assertThat(all.info().input()).isEqualTo("input");
      assertThat(vector.info().input()).isEqualTo("vector");
      assertThat(
              List.of(
                  vector.info().sampleSize(), vector.info().inputFrom(), vector.info().inputSize()))
          .containsExactly(19, 16, 3);
      assertThat(
              List.of(
                  image.info().sampleSize(), image.info().inputFrom(), image.info().inputSize()))
          .containsExactly(19, 0, 16);
      assertThat(GradientCheck.error(vector, batch)).isLessThan(1e-8);
      for (int n = 0; n < 5; n++) {
        for (int o = 0; o < 2; o++) {
          for (int i = 0; i < 3; i++) {
            assertThat(vector.jacobians(batch).get(n, o, i))
                .isCloseTo(whole.get(n, o, 16 + i), within(1e-14));
          }
          assertThat(image.jacobians(batch).get(n, o, 7))
              .isCloseTo(whole.get(n, o, 7), within(1e-14));
        }
      }
    }
  }

  @Test
  void oneOfSeveralOutputsMustBeChosen() {
    ComputationGraph graph = Graphs.twoOutputs();
    assertRefused(graph, DOUBLE, "LIEGG-MODEL-OUTPUT", "it has 2 outputs: class, value");
    try (ModelGradient model = Dl4jGradients.of(graph, DOUBLE.withOutput("value"))) {
      assertThat(model.info().output()).isEqualTo("value");
      assertThat(model.info().outputSize()).isEqualTo(2);
    }
  }

  @Test
  void namesThatDoNotExistAreToldWithTheNearest() {
    assertRefused(
        Graphs.branches(),
        DOUBLE.withOutput("trunc"),
        "LIEGG-MODEL-OUTPUT",
        "it has no output or layer 'trunc'; did you mean 'trunk'?; choose one with --output: trunk,"
            + " ");
    assertRefused(
        Graphs.twoInputs(),
        DOUBLE.withShape("image", List.of(4, 4)).withInput("imago"),
        "LIEGG-MODEL-INPUT",
        "it has no input 'imago'; did you mean 'image'?; choose one with --input: image, vector");
  }

  @Test
  void anInputWithoutInfluenceIsRefused() {
    assertRefused(
        Graphs.twoInputs(),
        DOUBLE.withShape("image", List.of(4, 4)).withInput("image").withOutput("dense"),
        "LIEGG-MODEL-INPUT",
        "'dense' does not depend on its input image");
  }

  @Test
  void embeddingsAreRefusedWhereTheyAreDifferentiated() {
    ComputationGraph graph = Graphs.embedding();
    assertRefused(
        graph,
        DOUBLE,
        "LIEGG-MODEL-UNSUPPORTED",
        "layer lookup (EmbeddingLayer) is not differentiable in its input");
    try (ModelGradient model = Dl4jGradients.of(graph, DOUBLE.withInput("vector"))) {
      assertThat(model.info().sampleSize()).isEqualTo(5);
      assertThat(model.info().inputSize()).isEqualTo(4);
      double[] values = Nets.samples(3, 5).values();
      for (int n = 0; n < 3; n++) {
        values[5 * n] = n;
      }
      assertThat(GradientCheck.error(model, new Batch(3, 5, values))).isLessThan(1e-8);
    }
  }

  @Test
  void nd4jsRandomNumbersAreLeftAlone() {
    ComputationGraph graph = Graphs.branches();
    Nd4j.getRandom().setSeed(5);
    double[] expected = Nd4j.rand(4).data().asDouble();
    Nd4j.getRandom().setSeed(5);
    Dl4jGradients.of(graph).close();
    assertThat(Nd4j.rand(4).data().asDouble()).containsExactly(expected);
  }

  private static void assertRefused(
      ComputationGraph graph, ModelOptions options, String code, String words) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(graph, options))
        .withMessageStartingWith(code + ": model live ComputationGraph: ")
        .withMessageContaining(words);
  }
}
