package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no file never keeps the command waiting, wherever a file is asked for. */
class IrregularFilesTest {
  private static final String MODEL = CommandRun.reference("model.zip").toString();
  private static final String DATA = CommandRun.reference("x.npy").toString();

  @TempDir Path folder;
  private Path pipe = Path.of("");

  @BeforeEach
  void makesAPipe() throws Exception {
    pipe = folder.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }

  @Test
  void pipesDevicesAndMadeUpFilesAreRefused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path file : new Path[] {pipe, link, Path.of("/dev/zero"), Path.of("/proc/self/maps")}) {
      String name = file.toString();
      refused("LIEGG-MODEL-UNREADABLE", "extract", "--model", name, "--data", DATA);
      refused("LIEGG-DATA-UNREADABLE", "extract", "--model", MODEL, "--data", name);
      refused("LIEGG-REPORT-UNREADABLE", "compare", name, name);
      refused("LIEGG-STUDY-SPEC", "study", "--spec", name);
    }
  }

  @Test
  void aFolderOfAModelWithAPipeInItIsRefused() throws Exception {
    Path variables = Files.createDirectories(folder.resolve("saved/variables"));
    Files.createSymbolicLink(variables.resolve("variables.index"), pipe);
    Files.writeString(folder.resolve("saved/saved_model.pb"), "x");
    refused(
        "LIEGG-MODEL-UNREADABLE",
        "extract",
        "--model",
        folder.resolve("saved").toString(),
        "--data",
        DATA);
  }

  private static void refused(String code, String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(String.join(" ", command)).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: " + code + ": ").hasLineCount(1);
  }
}
