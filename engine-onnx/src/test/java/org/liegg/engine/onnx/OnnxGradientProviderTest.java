package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.FunctionProto;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.engine.onnx.run.NativeLibrary;

class OnnxGradientProviderTest {
  private static final ModelOptions EXACT = new ModelOptions(Precision.DOUBLE);

  private final OnnxGradientProvider provider = new OnnxGradientProvider();

  @TempDir Path folder;

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ModelGradientProvider.class))
        .hasAtLeastOneElementOfType(OnnxGradientProvider.class);
  }

  @Test
  void saysItsVersionAndWhatToAddWhereTheLibraryIsMissing() throws IOException {
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Available.class, found -> assertThat(found.version()).startsWith("1."));
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertThat(NativeLibrary.availability(empty))
          .isInstanceOfSatisfying(
              Availability.Unavailable.class,
              missing -> assertThat(missing.remedy()).contains("onnxruntime"));
    }
  }

  @Test
  void acceptsWhatLooksLikeAModel() throws IOException {
    Path model = OnnxContractTest.classifier(folder);
    Path unnamed = Files.copy(model, folder.resolve("model.bin"));
    Path text = Files.writeString(folder.resolve("other.onnx"), "other");
    assertThat(List.of(model, unnamed)).allMatch(path -> provider.accepts(ModelSource.of(path)));
    assertThat(List.of(folder, text, folder.resolve("none")))
        .noneMatch(path -> provider.accepts(ModelSource.of(path)));
    assertThat(provider.accepts(ModelSource.live("a string"))).isFalse();
  }

  @Test
  void listsLayersByTheNamesOfTheirNodes() {
    TestModel model = new TestModel(13);
    model.input("x", -1, 3);
    String hidden = model.op("Relu", model.dense("x", 3, 5));
    model.graph().getNodeBuilder(1).setName("/net/act/Relu");
    model.output(model.op("Reshape", model.dense(hidden, 5, 2), model.integers(-1, 2)), -1, 2);
    ModelLayout layout = provider.layout(ModelSource.of(model.save(folder)), EXACT);
    assertThat(layout.inputs()).extracting(ModelPort::name).containsExactly("x");
    assertThat(layout.outputs())
        .extracting(port -> port.name() + " " + port.kind() + " " + port.shapeText())
        .containsExactly(
            "Reshape3_0 output 2", "Gemm0_0 Gemm 5", "net/act/Relu Relu 5", "Gemm2_0 Gemm 2");
  }

  @Test
  void anOutputThatIsRandomIsNeitherListedNorTaken() {
    TestModel model = new TestModel(11);
    model.input("x", -1, 3);
    String mean = model.dense("x", 3, 2);
    model.output(model.op("Add", mean, model.op("RandomNormalLike", mean)), -1, 2);
    model.output(mean, -1, 2);
    try (ModelGradient opened = RuleCheck.open(model.save(folder), EXACT)) {
      assertThat(opened.info().output()).isEqualTo(mean);
    }
  }

  @Test
  void oneOfSeveralOutputsHasToBeNamed() {
    TestModel model = new TestModel(11);
    model.input("x", -1, 3);
    String hidden = model.dense("x", 3, 2);
    model.output(hidden, -1, 2).output(model.op("Tanh", hidden), -1, 2);
    Path file = model.save(folder);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(file, EXACT))
        .withMessageStartingWith("LIEGG-MODEL-OUTPUTS")
        .withMessageContainingAll(hidden, "Tanh1_0");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(file, EXACT.withOutput("none")))
        .withMessageStartingWith("LIEGG-MODEL-OUTPUT:");
  }

  @Test
  void samplesThatAreMixedAreRefused() {
    TestModel model = new TestModel(13);
    model.input("x", -1, 3);
    String mean = model.op("ReduceMean", Map.of("axes", new long[] {0}), "x");
    model.output(model.op("Sub", "x", mean), -1, 3);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(model.save(folder), EXACT))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("depends on the other samples");
  }

  @Test
  void aModelOfOneSampleThatWouldMixSeveralTakesOneAtATime() {
    TestModel model = new TestModel(13);
    model.input("x", 1, 3);
    String mean = model.op("ReduceMean", Map.of("axes", new long[] {0}), "x");
    model.output(model.op("Mul", "x", mean), 1, 3);
    try (ModelGradient opened = RuleCheck.open(model.save(folder), EXACT)) {
      Batch two = new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6});
      assertThat(opened.outputs(two).values()).containsExactly(1, 4, 9, 16, 25, 36);
    }
  }

  @Test
  void aFixedNumberOfSamplesIsFilledUp() {
    TestModel model = new TestModel(13);
    model.input("x", 4, 2);
    model.output(model.op("Sin", model.op("Reshape", "x", model.integers(4, 2))), 4, 2);
    try (ModelGradient opened = RuleCheck.open(model.save(folder), EXACT)) {
      Batch six = new Batch(6, 2, new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
      double[] values = opened.jacobians(six).values();
      assertThat(values).hasSize(24);
      assertThat(values[5 * 4 + 3]).isCloseTo(Math.cos(11), within(1e-12));
    }
  }

  @Test
  void functionsOfTheFileAreWrittenOut() {
    TestModel model = new TestModel(13).opset("own", 1);
    model
        .model()
        .addFunctions(
            FunctionProto.newBuilder()
                .setDomain("own")
                .setName("Twice")
                .addInput("a")
                .addOutput("b")
                .addNode(TestModel.node("Add", Map.of(), "a", "a").addOutput("b")));
    model.input("x", -1, 2);
    model.output(model.op("Exp", model.op("own:Twice", "x")), -1, 2);
    try (ModelGradient opened = RuleCheck.open(model.save(folder), EXACT)) {
      double[] values = opened.jacobians(new Batch(1, 2, new double[] {0, 1})).values();
      assertThat(values).containsExactly(new double[] {2, 0, 0, 2 * Math.exp(2)}, within(1e-12));
    }
  }

  @Test
  void theShapeOfASampleThatTheFileLeavesOpenIsAskedFor() {
    TestModel model = new TestModel(13);
    model.input("x", -1, 1, -1, -1);
    model.output(model.op("Flatten", model.op("GlobalAveragePool", "x")), -1, 1);
    Path file = model.save(folder);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(file, EXACT))
        .withMessageStartingWith("LIEGG-MODEL-INPUT-SHAPE");
    try (ModelGradient opened = RuleCheck.open(file, EXACT.withShape("", List.of(1, 2, 2)))) {
      assertThat(opened.info().inputSize()).isEqualTo(4);
    }
  }
}
