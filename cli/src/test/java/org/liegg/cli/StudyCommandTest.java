package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @TempDir Path folder;

  private Path spec(String yaml) throws IOException {
    return Files.writeString(folder.resolve("study.yaml"), yaml);
  }

  private void refuses(String message, String... args) {
    CommandRun run = CommandRun.of(args);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: " + message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void trainsExtractsAndWritesTables() throws IOException {
    Path file =
        spec(
            """
            name: small
            task: se3-pairs
            grid: {hiddenLayers: [1, 2], width: 12, seeds: [1, 2, 3], samples: 500}
            training: {epochs: 2, batchSize: 50}
            evaluation: {samples: 300}
            """);
    Path target = folder.resolve("out");

    CommandRun run =
        CommandRun.of(
            "study", "--spec", file.toString(), "--folder", target.toString(), "--track", "1");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Rank correlations", "results.csv", "study.json", "track.csv");
    assertThat(Files.readAllLines(target.resolve("results.csv"))).hasSize(7);
    assertThat(Files.readAllLines(target.resolve("track.csv"))).hasSize(1 + 6 * 3);
    assertThat(Files.readString(target.resolve("study.json"))).contains("\"liegg-study/1\"");
  }

  @Test
  void suggestsTheNearestStudy() {
    refuses(
        "LIEGG-STUDY-UNKNOWN: study 'o6': there is no such built-in study, did you mean 'o5'?;"
            + " choose one of o5, lorentz, se3-pairs, rotated-digits, or give --spec FILE",
        "study",
        "o6");
  }

  @Test
  void wantsANameOrASpec() throws IOException {
    refuses("LIEGG-USAGE: liegg study: give the name of a built-in study or --spec FILE", "study");
    refuses(
        "LIEGG-USAGE: liegg study: give the name of a built-in study or --spec FILE",
        "study",
        "o5",
        "--spec",
        spec("task: o5").toString());
  }

  @Test
  void saysWhereASpecIsWrong() throws IOException {
    Path file = spec("task: o5\ntrainning: {epochs: 2}\n");

    refuses(
        "LIEGG-STUDY-SPEC: study file %s, line 2, column 1: unknown key 'trainning' in the study,"
                .formatted(file)
            + " did you mean 'training'?",
        "study",
        "--spec",
        file.toString());
  }

  @Test
  void asksForTheFilesOfDigits() {
    refuses("LIEGG-STUDY-DATA: study rotated-digits: its task", "study", "rotated-digits");
  }

  @Test
  void saysThatAFileIsMissing() {
    refuses(
        "LIEGG-DATA-NOT-FOUND",
        "study",
        "rotated-digits",
        "--data",
        folder.resolve("none").toString(),
        "--labels",
        folder.resolve("nor").toString(),
        "--folder",
        folder.toString());
  }
}
