package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.ModelGradientContract;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.graph.FlatGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Graphs that SameDiff saved, under whatever name. */
class SameDiffFilesTest {
  @TempDir Path directory;

  @Nested
  class ASavedGraph extends ModelGradientContract {
    @TempDir Path folder;

    @Override
    protected ModelGradient open(Precision precision) {
      return FileNetworks.opened(save(classifier(), folder.resolve("g.fb")))
          .open(new ModelOptions(precision));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph.zip", "graph.fb", "graph"})
  void outputsAreTheGraphsOwn(String name) {
    SameDiff graph = classifier();
    Path file = save(graph, directory.resolve(name));
    assertThat(new Dl4jGradientProvider().accepts(new ModelSource.File(file))).isTrue();
    try (ModelGradient model = open(file, options())) {
      Batch batch = Nets.samples(4, 3);
      assertThat(model.outputs(batch).values())
          .containsExactly(Nets.outputs(graph, batch, DataType.FLOAT), within(1e-6));
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(model.info().path()).isEqualTo(file.toString());
      assertThat(model.info().sha256()).hasSize(64);
    }
  }

  @Test
  @Timeout(60)
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = directory.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(new Dl4jGradientProvider().accepts(new ModelSource.File(pipe))).isFalse();
  }

  @Test
  void hiddenVariablesAndHeadsAreChosenByName() {
    Path file = save(classifier(), directory.resolve("g.fb"));
    try (ModelGradient hidden = open(file, options().withOutput("hidden"));
        ModelGradient logits = open(file, options().withHead(Head.LOGITS))) {
      assertThat(hidden.outputs(Nets.samples(2, 3)).values()).hasSize(10);
      assertThat(logits.info().head()).isEqualTo("logits");
    }
    ModelLayout layout = FileNetworks.opened(file).layout(options());
    assertThat(layout.outputs()).extracting(ModelPort::name).contains("hidden", "y");
    assertThat(layout.outputs()).extracting(ModelPort::name).doesNotContain("loss");
  }

  @Test
  void placeholdersThatAreEquallyGoodAreAskedFor() {
    SameDiff graph = SameDiff.create();
    SDVariable a = graph.placeHolder("a", DataType.DOUBLE, -1, 2);
    SDVariable b = graph.placeHolder("b", DataType.DOUBLE, -1, 2);
    graph.math.tanh("ta", a);
    graph.math.tanh("tb", b);
    Path file = save(graph, directory.resolve("g.fb"));
    BrokenFilesTest.assertRefused(file, "LIEGG-MODEL-INPUT", "2 placeholders: a, b");
    try (ModelGradient model = open(file, options().withInput("b"))) {
      assertThat(model.info().output()).isEqualTo("tb");
    }
  }

  /** It names classes, which SameDiff would load. */
  @Test
  void theTrainingConfigurationIsNotRead() throws IOException {
    SameDiff graph = classifier();
    graph.setTrainingConfig(
        new TrainingConfig.Builder()
            .updater(new Adam(0.1))
            .dataSetFeatureMapping("x")
            .dataSetLabelMapping("labels")
            .build());
    byte[] bytes = Files.readAllBytes(save(graph, directory.resolve("g.fb")));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String adam = "org.nd4j.linalg.learning.config.Adam";
    assertThat(text).contains(adam);
    String evil = "org.liegg.engine.dl4j.Intruder" + "x".repeat(adam.length() - 30);
    byte[] altered = text.replace(adam, evil).getBytes(StandardCharsets.ISO_8859_1);
    try (ModelGradient model = open(write(altered), options())) {
      assertThat(model.info().output()).isEqualTo("y");
    }
  }

  @Test
  void operationsThatAreNotOnTheListAreRefusedByName() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 2);
    graph.tile("tiled", x, 1, 2);
    BrokenFilesTest.assertRefused(
        save(graph, directory.resolve("g.fb")), "LIEGG-MODEL-UNSUPPORTED", "(Tile)");
  }

  @Test
  void weightsThatAreNotFinite() {
    SameDiff graph = classifier();
    graph.getVariable("v").getArr().putScalar(3, Float.NaN);
    BrokenFilesTest.assertRefused(
        save(graph, directory.resolve("g.fb")), "LIEGG-MODEL-NONFINITE", "is NaN");
  }

  @Test
  void aFileThatIsCutShort() throws IOException {
    byte[] bytes = Files.readAllBytes(save(classifier(), directory.resolve("g.fb")));
    for (int length = 4; length < bytes.length; length += 37) {
      BrokenFilesTest.assertRefusedSomehow(write(Arrays.copyOf(bytes, length)));
    }
  }

  @Test
  void arraysThatDoNotFitTheirBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(save(classifier(), directory.resolve("g.fb")));
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    FlatGraph graph = FlatGraph.getRootAsFlatGraph(buffer);
    for (int i = 0; i < graph.variablesLength(); i++) {
      if (graph.variables(i).ndarray() != null && graph.variables(i).ndarray().shape(0) == 2) {
        ByteBuffer shape = graph.variables(i).ndarray().shapeAsByteBuffer();
        for (long value : new long[] {-1, 0, 9, Integer.MAX_VALUE, Long.MAX_VALUE}) {
          for (int at = 0; at < 5; at++) {
            byte[] altered = bytes.clone();
            ByteBuffer.wrap(altered)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(shape.position() + 8 * at, value);
            BrokenFilesTest.assertRefused(write(altered), "LIEGG-MODEL-CORRUPT", "the array of");
          }
        }
      }
    }
  }

  /** Every answer is a model or one line with a code. */
  @Test
  void damagedBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(save(classifier(), directory.resolve("g.fb")));
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] altered = bytes.clone();
      int changes = 1 + random.nextInt(3);
      for (int n = 0; n < changes; n++) {
        altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
      }
      BrokenFilesTest.assertRefusedOrOpened(write(altered));
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("altered.fb"), bytes);
  }

  private static ModelGradient open(Path file, ModelOptions options) {
    return FileNetworks.opened(file).open(options);
  }

  private static ModelOptions options() {
    return new ModelOptions(Precision.DOUBLE);
  }

  private static Path save(SameDiff graph, Path file) {
    graph.save(file.toFile(), true);
    return file;
  }

  /** In single precision, with a loss on labels and a number in an operation. */
  private static SameDiff classifier() {
    Nd4j.getRandom().setSeed(5);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3);
    SDVariable labels = graph.placeHolder("labels", DataType.FLOAT, -1, 2);
    SDVariable w = graph.var("w", Nd4j.randn(DataType.FLOAT, 3, 5));
    SDVariable hidden = graph.math.tanh("hidden", x.mmul(w).mul(0.5));
    SDVariable v = graph.var("v", Nd4j.randn(DataType.FLOAT, 5, 2));
    SDVariable y = graph.nn.softmax("y", hidden.mmul(v), 1);
    graph.loss.logLoss("loss", labels, y);
    return graph;
  }
}
