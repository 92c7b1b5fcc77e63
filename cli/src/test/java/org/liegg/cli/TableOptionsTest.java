package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.cli.base.ExitCode;

/** Tables with more in them than a model's inputs. */
class TableOptionsTest {
  private static final String MODEL = CommandRun.reference("model.zip").toString();

  @TempDir Path folder;

  /** A number, the ten inputs of the network, a word. */
  private String table() throws IOException {
    Random random = new Random(1);
    String names = IntStream.range(0, 10).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    StringBuilder text = new StringBuilder("id," + names + ",label\n");
    for (int n = 0; n < 200; n++) {
      String row =
          random.doubles(10, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(","));
      text.append(n).append(',').append(row).append(",good\n");
    }
    return Files.writeString(folder.resolve("t.csv"), text).toString();
  }

  private CommandRun extract(String... options) throws IOException {
    String[] all = new String[6 + options.length];
    System.arraycopy(
        new String[] {"extract", "--model", MODEL, "--data", table(), "--finite-samples=0"},
        0,
        all,
        0,
        6);
    System.arraycopy(options, 0, all, 6, options.length);
    return CommandRun.of(all);
  }

  @Test
  void columnsAreChosenOrLeftOut() throws IOException {
    CommandRun chosen = extract("--columns", "2-11");
    CommandRun left = extract("--exclude", "id,label");

    assertThat(chosen.err()).isEmpty();
    assertThat(chosen.out()).contains("columns", "x0 · x1");
    assertThat(left.out()).contains("x0 · x1");
  }

  @Test
  void inputsAreStandardised() throws IOException {
    assertThat(extract("--columns", "2-11", "--standardize", "fit").out())
        .contains("standardised by the samples");
  }

  @Test
  void wrongUseIsOneLine() throws IOException {
    assertRefused("LIEGG-DATA-TEXT", extract());
    assertRefused("LIEGG-DATA-COLUMN", extract("--columns", "0"));
    assertRefused("LIEGG-DATA-COLUMN", extract("--columns", ""));
    assertRefused("LIEGG-DATA-WIDTH", extract("--exclude", "label"));
    assertRefused(
        "LIEGG-DATA-NOT-FOUND", extract("--columns", "2-11", "--standardize", "missing.npy"));
  }

  private static void assertRefused(String code, CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("liegg: " + code).hasLineCount(1);
  }
}
