package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path folder;

  @Test
  void saysItsVersion() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("liegg ").contains("Java ");
  }

  @Test
  void helpTeaches() {
    assertThat(CommandRun.of("--help").out())
        .contains("defect", "liegg demo", "extract", "plugins", "Exit codes", "130 interrupted");
    assertThat(CommandRun.of("extract", "--help").out())
        .contains("gl(5)^2", "poly(2,3)", "image(28x28)", "-> same", "--precision", "Examples");
  }

  @Test
  void noCommandIsWrongUse() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: LIEGG-USAGE").contains("liegg --help");
  }

  @Test
  void listsThePlugins() {
    CommandRun run = CommandRun.of("plugins");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "dl4j",
            "keras",
            "tensorflow",
            "gram",
            "ejml-svd",
            "gl(n)",
            "so(n)",
            "su(n)",
            "tangent(A)",
            "sp(n)",
            "se(n)")
        .contains("poly(", "tensor(A,p)", "dual(A)", "image(HxW)", "aff-image(HxW)");
  }

  @Test
  void extractPrintsTheAnswerAndWritesTheReport() throws IOException {
    Path report = folder.resolve("report.json");

    CommandRun run =
        CommandRun.onReference(
            "extract", "--action", "gl(5)^2", "--reference", "so(5)", "--json", report.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "The model is invariant to so(5) (10-dimensional",
            "\nAlgebra so(5), dimension 10",
            report.toString());
    assertThat(
            new ObjectMapper()
                .readTree(report.toFile())
                .at("/reference/principalAngles/9")
                .asDouble())
        .isLessThan(1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(report);
    }
  }

  @Test
  void anExtractionWithoutEnoughEvidenceSaysSoAndWritesTheReport() {
    Path report = folder.resolve("report.json");

    CommandRun run =
        CommandRun.onReference(
            "extract", "--action", "gl(5)^2", "--limit", "12", "--json", report.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(report).content().contains("\"verdict\": \"insufficient-evidence\"");
  }

  @Test
  void theHelpOfExtractSaysItsExitCodes() {
    assertThat(CommandRun.of("extract", "--help").out()).contains("with 3 when");
  }

  @Test
  void theAutomaticChoiceIsNamedByWhatDidTheWork() throws IOException {
    CommandRun run =
        CommandRun.onReference(
            "extract",
            "--action",
            "gl(5)^2",
            "--accuracy",
            "backward-stable",
            "--threads",
            "2",
            "--json",
            "-");

    assertThat(new ObjectMapper().readTree(run.out()).at("/decomposition/name").asText())
        .isEqualTo("qr");
    assertThat(new ObjectMapper().readTree(run.out()).at("/decomposition/detail").asText())
        .startsWith("chosen by auto");
  }

  @Test
  void theDefaultActionIsEveryLinearMap() throws IOException {
    CommandRun run = CommandRun.onReference("extract", "--limit", "2000", "--json", "-");

    assertThat(new ObjectMapper().readTree(run.out()).at("/action/spec").asText())
        .isEqualTo("gl(10)");
    assertThat(new ObjectMapper().readTree(run.out()).at("/data/used").asInt()).isEqualTo(2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help check", "check --help", "--stacktrace check --help"})
  void showsWhatACommandTakesHoweverItIsAskedFor(String line) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: liegg check ").contains("--plugins", "--stacktrace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chek", "help chek", "--plugins x.jar chek"})
  void knowsAllCommandsWhenItDoesNotKnowThisOne(String line) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'chek'").doesNotContain(".;").hasLineCount(1);
  }
}
