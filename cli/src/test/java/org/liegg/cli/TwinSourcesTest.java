package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What exists in single and in double precision is one text: the sources are equal but for types,
 * names, casts and the layout of lines.
 */
class TwinSourcesTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"blas", "engine-dl4j"})
  void floatsAreDoublesByAnotherName(String module) throws IOException {
    List<Path> floats = singlePrecision(module);
    assertThat(floats).isNotEmpty();
    for (Path file : floats) {
      assertThat(renamed(Files.readString(file)))
          .as(file.toString())
          .isEqualTo(renamed(Files.readString(twin(file))));
    }
  }

  @Test
  void twoTextsThatComputeDifferentlyAreNotEqual() {
    String sum = "float sum(float[] a) { return (float) (a[0] + 1f); }";
    assertThat(renamed(sum)).isEqualTo(renamed("double sum(double[] a) { return (a[0] + 1); }"));
    assertThat(renamed(sum)).isNotEqualTo(renamed("double sum(double[] a) { return (a[0] - 1); }"));
  }

  /** Those that have a twin: some tables are for single precision alone. */
  private static List<Path> singlePrecision(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\w*Float\\w*\\.java"))
          .filter(file -> Files.exists(twin(file)))
          .toList();
    }
  }

  private static Path twin(Path file) {
    return file.resolveSibling(file.getFileName().toString().replace("Float", "Double"));
  }

  private static String renamed(String source) {
    return source
        .replace("(float) ", "")
        .replaceAll("\\b(\\d[\\d.]*)f\\b", "$1")
        .replace("Float", "Double")
        .replace("FLOAT", "DOUBLE")
        .replace("float", "double")
        .replace("single precision", "double precision")
        .replaceAll("(?m)^import .*\n", "")
        .replaceAll("(?m)^ +\\* ", "")
        .replaceAll("\\s+", "");
  }
}
