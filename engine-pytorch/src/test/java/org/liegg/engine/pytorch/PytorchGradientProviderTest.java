package org.liegg.engine.pytorch;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.liegg.engine.pytorch.run.NativeLibrary;

class PytorchGradientProviderTest {
  private static final ModelOptions EXACT = new ModelOptions(Precision.DOUBLE);

  private final PytorchGradientProvider provider = new PytorchGradientProvider();

  @TempDir Path folder;

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ModelGradientProvider.class))
        .hasAtLeastOneElementOfType(PytorchGradientProvider.class);
  }

  @Test
  void saysItsVersionAndWhatToAddWhereALibraryIsMissing() throws IOException {
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Available.class, found -> assertThat(found.version()).isEqualTo("2.7.1"));
    assertMissing("pytorch-native-cpu");
    Path library = Files.createDirectories(folder.resolve("native/lib"));
    Files.writeString(library.resolve("pytorch.properties"), "classifier=other-x86\nversion=2");
    assertMissing("is for other-x86");
    String here = ((Availability.Available) provider.availability()).detail().replaceAll(".* ", "");
    Files.writeString(library.resolve("pytorch.properties"), "version=2\nclassifier=" + here);
    assertMissing("pytorch-jni");
  }

  private void assertMissing(String word) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertThat(NativeLibrary.availability(loader))
          .isInstanceOfSatisfying(
              Availability.Unavailable.class,
              missing -> assertThat(missing.reason() + missing.remedy()).contains(word));
    }
  }

  @Test
  void acceptsProgramsAndNoWeightsAlone() throws IOException {
    Path legacy = new TestArchive("    return x").entry("model.json", "{}").save(folder);
    Path text = Files.writeString(folder.resolve("other.pt"), "PK other");
    assertThat(List.of(TestFiles.FOLDER.resolve("mlp-traced.pt"), legacy))
        .allMatch(path -> provider.accepts(ModelSource.of(path)));
    assertThat(
            List.of(folder, text, folder.resolve("none"), TestFiles.FOLDER.resolve("weights.pt")))
        .noneMatch(path -> provider.accepts(ModelSource.of(path)));
    assertThat(provider.accepts(ModelSource.live("a string"))).isFalse();
  }

  @Test
  void listsWhatGoesInAndComesOut() {
    ModelLayout layout = provider.layout(TestFiles.source("two.pt"), EXACT);
    assertThat(layout.inputs()).extracting(ModelPort::shape).containsExactly(List.of(3));
    assertThat(layout.outputs())
        .extracting(port -> port.name() + " " + port.shapeText())
        .containsExactly("output0 2", "output1 4");
    ModelLayout named = provider.layout(TestFiles.source("named.pt"), EXACT);
    assertThat(named.inputs()).extracting(ModelPort::name).containsExactly("a", "b");
    assertThat(named.inputs()).allMatch(port -> port.shape().isEmpty());
  }

  @Test
  void oneOfSeveralOutputsHasToBeNamed() {
    assertRefused("two.pt", EXACT, "LIEGG-MODEL-OUTPUTS", "output0, output1");
    assertRefused("two.pt", EXACT.withOutput("none"), "LIEGG-MODEL-OUTPUT", "output0, output1");
    assertRefused(
        "named.pt",
        EXACT.withShape("a", List.of(2)).withShape("b", List.of(3)).withOutput("count"),
        "LIEGG-MODEL-OUTPUT",
        "both, sum");
  }

  @ParameterizedTest
  @CsvSource({
    "cnn-traced-training.pt, traced in training mode",
    "random.pt, the next time",
    "mixing.pt, the other samples",
  })
  void whatIsNotForInference(String name, String found) {
    assertRefused(name, EXACT.withDataShape("", List.of(4, 4)), "LIEGG-MODEL-UNSUPPORTED", found);
  }

  @Test
  void whatHidesItsDerivativesIsRefused() {
    assertRefused(
        "detached.pt", EXACT.withShape("", List.of(2)), "LIEGG-MODEL-WRONG-GRADIENT", "detach()");
  }

  @Test
  void theShapeOfASampleIsAskedForWhereNothingSaysIt() {
    assertRefused("norm.pt", EXACT, "LIEGG-MODEL-INPUT-SHAPE", "--input-shape");
    assertRefused(
        "mlp-traced.pt", EXACT.withShape("", List.of(4)), "LIEGG-MODEL-INPUT-SHAPE", "2x4");
  }

  @Test
  void samplesThatNoMemoryHoldsAreRefused() {
    List<Integer> huge = List.of(1 << 30, 1 << 30);
    for (ModelOptions said : List.of(EXACT.withShape("", huge), EXACT.withDataShape("", huge))) {
      assertRefused("norm.pt", said, "LIEGG-MODEL-INPUT-SHAPE", "values");
    }
  }

  @Test
  void dataOfOneChannelAreImages() {
    try (ModelGradient model =
        TestFiles.open("cnn-traced.pt", EXACT.withDataShape("", List.of(4, 4)))) {
      assertThat(model.info().inputSize()).isEqualTo(16);
    }
  }

  @Test
  void aModelOfOneSampleTakesOneAtATime() {
    Path file = new TestArchive("    return torch.norm(x)").save(folder);
    try (ModelGradient model = TestFiles.open(file, EXACT.withShape("", List.of(2)))) {
      double[] values = model.jacobians(new Batch(2, 2, new double[] {3, 4, 0, 2})).values();
      assertThat(values).containsExactly(new double[] {0.6, 0.8, 0, 1}, within(1e-12));
    }
  }

  @Test
  void whatNoInputReachesIsConstant() {
    Path file =
        new TestArchive("    return torch.add(torch.zeros([torch.size(x, 0), 2]), 0.5)")
            .save(folder);
    try (ModelGradient model = TestFiles.open(file, EXACT.withShape("", List.of(2)))) {
      assertThat(model.jacobians(new Batch(1, 2, new double[] {3, 4})).values()).containsOnly(0);
    }
  }

  @Test
  void whatRunsInSinglePrecisionOnlyIsNotVerified() {
    String body =
        """
        if torch.eq(ops.prim.dtype(x), 7):
          ops.prim.RaiseException("no double", "builtins.RuntimeError")
        else:
          pass
        return torch.mul(x, x)
        """;
    Path file = new TestArchive(body.indent(4)).save(folder);
    ModelOptions two = EXACT.withShape("", List.of(2));
    try (ModelGradient model = TestFiles.open(file, two.withPrecision(Precision.FLOAT))) {
      assertThat(model.warnings()).extracting(w -> w.code()).containsExactly("not-verified");
    }
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> TestFiles.open(file, two))
        .withMessageContainingAll("single precision only", "--precision float");
  }

  private static void assertRefused(
      String name, ModelOptions options, String code, String... words) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> TestFiles.open(name, options).close())
        .withMessageStartingWith(code + ":")
        .withMessageContainingAll(words);
  }
}
