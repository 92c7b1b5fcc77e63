package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.cli.base.ExitCode;

/** Extractions that are kept and gone on with, as the command has them. */
class CheckpointOptionsTest {
  @TempDir Path folder;

  @Test
  void resumeNeedsAFile() {
    refused(CommandRun.onReference("extract", "--resume"), "LIEGG-USAGE", "--checkpoint");
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), "hours of work");

    refused(run(file), "LIEGG-CHECKPOINT-EXISTS", "--resume");
    assertThat(file).hasContent("hours of work");
  }

  @Test
  void aFileThatIsNoCheckpointIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), "something else");

    CommandRun run = run(file, "--decomposition", "lobpcg", "--resume");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("LIEGG-CHECKPOINT-CORRUPT");
    assertThat(file).hasContent("something else");
  }

  @Test
  void whatDoesNotIterateIsRefused() {
    refused(run(folder.resolve("kept")), "LIEGG-CHECKPOINT-UNUSED", "--decomposition lobpcg");
  }

  @Test
  void saysThatThereIsNothingToGoOnFromAndLeavesNothing() {
    Path file = folder.resolve("kept");

    CommandRun run = run(file, "--decomposition", "lobpcg", "--resume");

    // So few samples are not enough evidence; the report is written all the same.
    assertThat(run.exitCode()).isEqualTo(ExitCode.INSUFFICIENT_EVIDENCE);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("no checkpoint " + file + " yet: starting from the beginning");
    assertThat(file).doesNotExist();
  }

  private static CommandRun run(Path file, String... more) {
    return CommandRun.onReference(
        "extract",
        CommandRun.joined(
            List.of("--action", "gl(5)^2", "--limit", "400", "--checkpoint", file.toString()),
            more));
  }

  private static void refused(CommandRun run, String code, String remedy) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains(code, remedy);
  }
}
