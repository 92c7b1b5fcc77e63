package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of an extraction, in a process of its own. */
class InterruptTest {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void exits130AndLeavesNothingHalfWritten() throws IOException, InterruptedException {
    assumeFalse(
        Signals.interruptsAreIgnored(),
        "what started the tests ignores interrupts, and so do they");
    Path report = folder.resolve("report.json");
    Path data = HugeData.in(folder);
    Process process =
        new ProcessBuilder(
                CommandRun.inJvm(
                    "-Xmx512m",
                    CommandRun.arguments(
                        "extract",
                        CommandRun.reference("model.zip"),
                        data,
                        "--action",
                        "gl(5)^2",
                        "--json",
                        report.toString())))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.SECONDS))
        .as("still at work; it printed %s", Files.readString(folder.resolve("output")))
        .isFalse();

    Signals.send("INT", process.pid());

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(report).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(data, folder.resolve("output"));
    }
  }
}
