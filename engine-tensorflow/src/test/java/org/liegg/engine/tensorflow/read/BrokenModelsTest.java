package org.liegg.engine.tensorflow.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TensorFlowGradientProvider;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.SavedModel;

/** Each way in which a model can be broken ends in one clear error. */
class BrokenModelsTest {
  private static final ModelOptions DEFAULTS = ModelOptions.defaults();

  @TempDir Path directory;

  @Test
  void aMissingModelIsNotFound() {
    assertRefused(directory.resolve("none"), DEFAULTS, "LIEGG-MODEL-NOT-FOUND", "none");
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-NOT-FOUND", "saved_model.pb");
  }

  @Test
  void aModelAsTextIsNamed() throws IOException {
    Files.writeString(directory.resolve("saved_model.pbtxt"), "meta_graphs {}");
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-NOT-FOUND", "text");
  }

  @Test
  void missingVariablesAreNoticedAtOnce() throws IOException {
    Path model = copy("o5-mlp/saved_model");
    Files.delete(model.resolve("variables/variables.index"));
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-NO-VARIABLES", "variables.index");
  }

  @Test
  void aMissingFileOfVariablesIsNoticedAtOnce() throws IOException {
    Path model = copy("o5-mlp/saved_model");
    Files.delete(model.resolve("variables/variables.data-00000-of-00001"));
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-NO-VARIABLES", "data-00000");
  }

  @Test
  void variablesThatWereCutShortOrChangedAreNoticed() throws IOException {
    Path model = copy("o5-mlp/saved_model");
    Path data = model.resolve("variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(bytes, 1000));
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-CORRUPT", "cut short");
    bytes[77] ^= 1;
    Files.write(data, bytes);
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-CORRUPT", "checksum");
  }

  @Test
  void aTruncatedGraphIsCorrupt() throws IOException {
    Path model = copy("o5-mlp/saved_model");
    byte[] bytes = Files.readAllBytes(model.resolve("saved_model.pb"));
    Files.write(model.resolve("saved_model.pb"), Arrays.copyOf(bytes, bytes.length - 100));
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-CORRUPT", "cut short");
  }

  @Test
  void anEmptyGraphIsCorrupt() throws IOException {
    Files.write(directory.resolve("saved_model.pb"), new byte[0]);
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-CORRUPT", "no graph");
    Path frozen = Files.write(directory.resolve("frozen.pb"), new byte[0]);
    assertRefused(frozen, DEFAULTS, "LIEGG-MODEL-CORRUPT", "no graph");
  }

  @Test
  void anotherTagIsNamed() {
    SavedModel.Builder model = TestModels.dense().model().toBuilder();
    model.getMetaGraphsBuilder(0).getMetaInfoDefBuilder().clearTags().addTags("train");
    TestGraph.write(model.build(), directory);
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-NO-TAG", "train");
  }

  @Test
  void unknownSignaturesOutputsAndInputsListWhatThereIs() {
    Path model = Resources.path("half-plus-two-2");
    assertRefused(
        model, DEFAULTS.withOutput("nonsense"), "LIEGG-MODEL-NO-OUTPUT", "regress_x2_to_y3");
    assertRefused(
        model,
        DEFAULTS.withInput("nonsense"),
        "LIEGG-MODEL-NO-INPUT",
        "choose one with --input: x");
    SavedModel.Builder other = TestModels.dense().model().toBuilder();
    var meta = other.getMetaGraphsBuilder(0);
    var signature = meta.getSignatureDefOrThrow("serving_default");
    meta.clearSignatureDef().putSignatureDef("one", signature).putSignatureDef("two", signature);
    TestGraph.write(other.build(), directory);
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-NO-SIGNATURE", "one, two");
    meta.clearSignatureDef();
    TestGraph.write(other.build(), directory);
    assertRefused(directory, DEFAULTS, "LIEGG-MODEL-NO-SIGNATURE", "there is none at all");
  }

  @Test
  void aSignatureOfWordsIsNoModelOfNumbers() {
    assertRefused(
        Resources.path("half-plus-two"),
        DEFAULTS.withOutput("regress_x_to_y"),
        "LIEGG-MODEL-UNSUPPORTED",
        "ParseExample");
  }

  @Test
  void aShapeThatTheGraphDoesNotTakeIsNamed() {
    TestGraph graph = new TestGraph();
    Path model = graph.output("y", graph.dense(graph.input("x", -1, -1), 6, 2)).save(directory);
    assertRefused(
        model, DEFAULTS.withShape("", List.of(5)), "LIEGG-MODEL-INPUT-SHAPE", "sample of x [5]");
    assertThat(
            new TensorFlowGradientProvider()
                .layout(ModelSource.of(model), DEFAULTS.withShape("", List.of(5)))
                .inputs())
        .as("listed without")
        .singleElement()
        .satisfies(input -> assertThat(input.shape()).isEmpty());
  }

  @Test
  void anInputThatLeavesItsSizeOpenIsNamed() {
    TestGraph graph = new TestGraph();
    graph.output("y", graph.op("Tanh", graph.input("x", -1, -1)));
    Path model = graph.save(directory);
    assertRefused(model, DEFAULTS, "LIEGG-MODEL-INPUT-SHAPE", "[?, ?]");
    assertRefused(
        model, DEFAULTS.withShape("", List.of(2, 2, 2)), "LIEGG-MODEL-INPUT-SHAPE", "[2, 2, 2]");
    try (ModelGradient opened = Resources.open(model, DEFAULTS.withDataShape("", List.of(7)))) {
      assertThat(opened.info().inputSize()).isEqualTo(7);
    }
    try (ModelGradient opened =
        Resources.open(model, DEFAULTS.withDataShape("", List.of(7)).withShape("", List.of(3)))) {
      assertThat(opened.info().inputSize()).as("the user comes first").isEqualTo(3);
    }
  }

  @Test
  void samplesThatDependOnEachOtherAreRefused() {
    TestGraph graph = new TestGraph();
    graph.output("y", graph.op("Tanh", sum(graph, graph.input("x", -1, 3), 0)));
    assertRefused(graph.save(directory), DEFAULTS, "LIEGG-MODEL-UNSUPPORTED", "axis of samples");
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved_model.pb", "variables/variables.index"})
  void damagedFilesNeverEndInAnythingElse(String file) throws IOException {
    Path model = copy("half-plus-two-2");
    byte[] whole = Files.readAllBytes(model.resolve(file));
    Random random = new Random(20221115);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int hits = 0; hits < 3; hits++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(model.resolve(file), damaged);
      try (ModelGradient opened = Resources.open(model, DEFAULTS)) {
        assertThat(opened.info().inputSize()).isPositive();
      } catch (ModelException e) {
        assertThat(e.code()).startsWith("LIEGG-");
      }
    }
  }

  private static String sum(TestGraph graph, String x, int axis) {
    return graph.op(
        "Sum",
        node -> node.putAttr("Tidx", Nodes.type(org.tensorflow.proto.DataType.DT_INT32)),
        x,
        graph.ints(axis));
  }

  private Path copy(String name) throws IOException {
    Path source = Resources.path(name);
    Path target = directory.resolve("copy");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(
            file, target.resolve(source.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return target;
  }

  private static void assertRefused(Path model, ModelOptions options, String code, String named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, options))
        .withMessageStartingWith(code)
        .withMessageContaining(named);
  }
}
