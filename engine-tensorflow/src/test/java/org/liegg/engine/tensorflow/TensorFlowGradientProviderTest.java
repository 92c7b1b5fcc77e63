package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.runtime.NativeLibrary;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

class TensorFlowGradientProviderTest {
  private final TensorFlowGradientProvider provider = new TensorFlowGradientProvider();

  @TempDir Path directory;

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ModelGradientProvider.class))
        .hasAtLeastOneElementOfType(TensorFlowGradientProvider.class);
  }

  @Test
  void isFoundByTheRegistry() {
    ProviderRegistry<ModelGradientProvider> registry =
        ProviderRegistry.load(ProviderKind.ENGINE, getClass().getClassLoader());
    assertThat(registry.require("tensorflow")).isInstanceOf(TensorFlowGradientProvider.class);
  }

  @Test
  void saysItsVersion() {
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Available.class, found -> assertThat(found.version()).isEqualTo("1.1.0"));
  }

  @Test
  void saysWhatToAddWhereTheNativeLibraryIsMissing() throws IOException {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertThat(NativeLibrary.availability(empty))
          .isInstanceOfSatisfying(
              Availability.Unavailable.class,
              missing ->
                  assertThat(missing.remedy())
                      .startsWith("add org.tensorflow:tensorflow-core-native:1.1.0:"));
    }
  }

  @Test
  void acceptsWhatLooksLikeAModel() throws IOException {
    Path model = TestModels.dense().save(directory.resolve("model"));
    Path frozen =
        Files.write(directory.resolve("frozen.pb"), TestModels.dense().graph().toByteArray());
    Path other = Files.writeString(directory.resolve("other.pb"), "other");
    for (Path path : List.of(model, model.resolve("saved_model.pb"), frozen)) {
      assertThat(provider.accepts(ModelSource.of(path))).as("%s", path).isTrue();
    }
    for (Path path : List.of(directory, other, directory.resolve("none"))) {
      assertThat(provider.accepts(ModelSource.of(path))).as("%s", path).isFalse();
    }
    assertThat(provider.accepts(ModelSource.live("a string"))).isFalse();
  }

  @Test
  void saysThatGradientsAreDifferences() {
    Path model = TestModels.inverse().save(directory);
    try (ModelGradient session = Resources.open(model, ModelOptions.defaults())) {
      assertThat(session.warnings())
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo("finite-differences");
                assertThat(warning.message()).contains("MatrixInverse", "7.6e-06", "8 runs");
              });
    }
  }

  @Test
  void loopsOfKnownLengthAreDifferentiatedThemselves() {
    Path model = TestModels.recurrent().save(directory);
    try (ModelGradient session = Resources.open(model, ModelOptions.defaults())) {
      assertThat(session.warnings()).isEmpty();
      assertThat(session.info().selfCheck().error()).isLessThan(1e-8);
    }
  }

  @Test
  void loopsWhoseLengthTheSamplesDecideAreDifferenced() {
    Path known = TestModels.recurrent().save(directory.resolve("known"));
    Path decided = TestModels.decidedBySamples().save(directory.resolve("decided"));
    Batch x = GradientCheck.randomSamples(15);
    try (ModelGradient exact = Resources.open(known, new ModelOptions(Precision.DOUBLE));
        ModelGradient differences = Resources.open(decided, new ModelOptions(Precision.DOUBLE))) {
      assertThat(differences.warnings())
          .singleElement()
          .satisfies(warning -> assertThat(warning.message()).contains("While"));
      assertThat(differences.jacobians(x).values())
          .containsExactly(exact.jacobians(x).values(), within(1e-8));
    }
  }

  @Test
  void theBranchOfTrainingIsLeftOut() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    String x = graph.input("x", -1, 2);
    TensorProto no =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_BOOL)
            .setTensorShape(TensorShapeProto.getDefaultInstance())
            .addBoolVal(false)
            .build();
    String training =
        graph.node(
            Nodes.node(
                    "training", "PlaceholderWithDefault", graph.node(TestGraph.constant("no", no)))
                .putAttr("dtype", Nodes.type(DataType.DT_BOOL))
                .putAttr("shape", Nodes.shape(List.of())));
    String sides = graph.op("Switch", x, training);
    String two =
        graph.node(
            TestGraph.constant("two", Tensors.scalar(DataType.DT_DOUBLE, 2))
                .addInput("^" + graph.op("Identity", sides + ":1")));
    String trained = graph.op("Mul", sides + ":1", two);
    String used = graph.op("Square", sides);
    String merged = graph.op("Merge", node -> node.putAttr("N", Nodes.integer(2)), used, trained);
    Path model = graph.output("y", merged).save(directory);
    try (ModelGradient session = Resources.open(model, new ModelOptions(Precision.DOUBLE))) {
      assertThat(session.warnings()).isEmpty();
      assertThat(session.jacobians(new Batch(1, 2, new double[] {3, 5})).values())
          .containsExactly(6, 0, 0, 10);
    }
  }

  @Test
  void aWrongGradientIsRefusedAndItsOperationNamed() {
    // A gradient is stopped where the output does depend on the input.
    TestGraph graph = new TestGraph();
    String hidden = graph.op("Tanh", graph.dense(graph.input("x", -1, 3), 3, 4));
    String stopped = graph.op("StopGradient", hidden);
    graph.output("y", graph.op("Mul", stopped, graph.op("Square", hidden)));
    Path model = graph.save(directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-WRONG-GRADIENT")
        .withMessageContaining("StopGradient");
    try (ModelGradient session =
        Resources.open(model, ModelOptions.defaults().withSelfCheck(false))) {
      assertThat(session.info().selfCheck()).isEqualTo(SelfCheck.skipped());
    }
  }

  @Test
  void aModelThatHasNoValueAtRandomSamplesIsVerifiedElsewhere() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.output("y", graph.op("Log", graph.input("x", -1, 3)));
    try (ModelGradient session =
        Resources.open(graph.save(directory), new ModelOptions(Precision.DOUBLE))) {
      assertThat(session.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    }
  }

  @Test
  void whatCannotBeVerifiedIsSaid() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    String below = graph.op("Sub", graph.input("x", -1, 3), graph.numbers(List.of(), 100));
    graph.output("y", graph.op("Log", below));
    ModelOptions options = new ModelOptions(Precision.DOUBLE);
    try (ModelGradient session = Resources.open(graph.save(directory), options)) {
      assertThat(session.info().selfCheck()).isEqualTo(SelfCheck.skipped());
      assertThat(session.warnings()).extracting(Warning::code).containsExactly("not-verified");
    }
  }
}
