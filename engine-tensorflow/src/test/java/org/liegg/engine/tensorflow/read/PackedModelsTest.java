package org.liegg.engine.tensorflow.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TensorFlowGradientProvider;

/** Saved models in archives, and under other names than TensorFlow gives them. */
class PackedModelsTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);
  private static final Batch SAMPLES =
      new Batch(2, 10, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0});

  @TempDir Path directory;
  private final Path model = Resources.path("o5-mlp/saved_model");
  private final Map<String, byte[]> files = new TreeMap<>();
  private double[] expected = {};

  @BeforeEach
  void readWhole() throws IOException {
    try (Stream<Path> inside = Files.walk(model)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(model.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    expected = jacobians(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "export/", "a/b/1/"})
  void anArchiveIsAsGoodAsItsFolder(String root) throws IOException {
    Path zip = zip(root);
    assertThat(new TensorFlowGradientProvider().accepts(ModelSource.of(zip))).isTrue();
    assertThat(jacobians(zip)).isEqualTo(expected);
    assertThat(new TensorFlowGradientProvider().layout(ModelSource.of(zip), DOUBLE))
        .isEqualTo(new TensorFlowGradientProvider().layout(ModelSource.of(model), DOUBLE));
  }

  @Test
  void nothingUnpackedIsLeft() throws IOException {
    Path zip = zip("");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    jacobians(zip);
    assertThat(unpacked(temporary)).isZero();
  }

  @Test
  void aPathThatLeadsOutOfTheArchiveIsNotFollowed() throws IOException {
    files.put("variables/../../../escaped", new byte[] {1});
    files.put("../escaped", new byte[] {1});
    Path zip = zip("");
    assertThat(jacobians(zip)).isEqualTo(expected);
    assertThat(directory.resolve("escaped")).doesNotExist();
    assertThat(directory.resolveSibling("escaped")).doesNotExist();
  }

  @Test
  void oneOfSeveralModelsIsNotGuessed() throws IOException {
    files.put("other/saved_model.pb", files.get("saved_model.pb"));
    assertRefused(zip(""), "LIEGG-MODEL-UNSUPPORTED", "2 saved models");
  }

  @Test
  void aDamagedArchiveIsCorrupt() throws IOException {
    Path zip = zip("");
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = 60; i < 120; i++) {
      bytes[i] ^= 0x55;
    }
    assertRefused(Files.write(zip, bytes), "LIEGG-MODEL-", "");
  }

  @Test
  void aSavedModelMayHaveAnotherName() throws IOException {
    byte[] graph = Objects.requireNonNull(files.get("saved_model.pb"));
    byte[] versioned = new byte[graph.length + 2];
    versioned[0] = 8;
    versioned[1] = 1;
    System.arraycopy(graph, 0, versioned, 2, graph.length);
    renamed(graph);
    renamed(versioned);
  }

  private void renamed(byte[] graph) throws IOException {
    Path renamed = Files.write(directory.resolve("net.bin"), graph);
    Path variables = Files.createDirectories(directory.resolve("variables"));
    for (String name : files.keySet()) {
      if (name.startsWith("variables/")) {
        Files.write(variables.resolve(name.substring(10)), files.get(name));
      }
    }
    assertThat(new TensorFlowGradientProvider().accepts(ModelSource.of(renamed))).isTrue();
    assertThat(jacobians(renamed)).isEqualTo(expected);
  }

  @Test
  void aSavedModelWithoutItsVariablesSaysSo() throws IOException {
    Path alone = Files.write(directory.resolve("my_model.pb"), files.get("saved_model.pb"));
    assertRefused(alone, "LIEGG-MODEL-NO-VARIABLES", "variables");
  }

  private Path zip(String root) throws IOException {
    Path zip = directory.resolve("model.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(root + file.getKey()));
        out.write(file.getValue());
      }
    }
    return zip;
  }

  private static double[] jacobians(Path path) {
    try (ModelGradient opened = Resources.open(path, DOUBLE)) {
      return opened.jacobians(SAMPLES).values();
    }
  }

  private static long unpacked(Path temporary) throws IOException {
    try (Stream<Path> inside = Files.list(temporary)) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith("liegg-savedmodel"))
          .count();
    }
  }

  private static void assertRefused(Path path, String code, String named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(path, DOUBLE))
        .withMessageStartingWith(code)
        .withMessageContaining(named);
  }
}
