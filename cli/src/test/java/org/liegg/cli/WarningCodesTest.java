package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liegg.api.WarningCode;

/** docs/warnings.md is the enumeration, and nothing of ours warns without it. */
class WarningCodesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void thePageIsTheEnumeration() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/warnings.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(WarningCode.values())
                .sorted((a, b) -> a.stage().compareTo(b.stage()))
                .map(
                    code ->
                        "| `%s` | %s | %s |".formatted(code.label(), code.meaning(), code.remedy()))
                .toList());
  }

  @Test
  void nothingOfOursWarnsByAText() throws IOException {
    for (String module :
        List.of(
            "core",
            "engine-dl4j",
            "engine-formula",
            "engine-http",
            "engine-keras",
            "engine-onnx",
            "engine-pytorch",
            "engine-tensorflow")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          assertThat(Files.readString(file))
              .as(file.toString())
              .doesNotContainPattern("new (SymmetryReport\\.)?Warning\\(\\s*\"");
        }
      }
    }
  }
}
