package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.cli.terminal.ResultStream;
import org.liegg.cli.terminal.Terminal;

/** What standard output does not take is not lost without a word. */
class ResultStreamTest {
  @Test
  void aFullOutputIsAnError() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    try (OutputStream out = Files.newOutputStream(full)) {
      for (String[] command :
          new String[][] {{"--help"}, {"plugins"}, {"extract", "--help"}, {"--version"}}) {
        assertLost(out, "No space left on device", command);
      }
    }
  }

  @Test
  void anOutputThatClosesEarlyIsAnError() {
    assertLost(new Closing(10), "Broken pipe", "plugins");
  }

  @Test
  void anErrorThatWasSaidStaysTheOne() {
    CommandRun run = run(new Closing(0), "extract", "--model", "nowhere.zip", "--data", "x.npy");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).doesNotContain("LIEGG-OUTPUT-UNWRITABLE");
  }

  @Test
  void nothingFollowsAGap() {
    Closing out = new Closing(3);
    try (ResultStream results = new ResultStream(out, StandardCharsets.UTF_8)) {
      results.print("one");
      results.print("two");
      out.room = 100;
      results.print("three");
    }
    assertThat(out.taken.toString(StandardCharsets.UTF_8)).isEqualTo("one");
  }

  private static void assertLost(OutputStream out, String reason, String... command) {
    CommandRun run = run(out, command);
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("liegg: LIEGG-OUTPUT-UNWRITABLE: standard output: writing failed: " + reason);
  }

  private static CommandRun run(OutputStream out, String... command) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Terminal(
                new ResultStream(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                100,
                StandardCharsets.UTF_8),
            new PluginSources("", List.of()),
            command);
    return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /** A pipe whose reader goes after some bytes. */
  private static final class Closing extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int room;

    Closing(int room) {
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > room) {
        throw new IOException("Broken pipe");
      }
      room -= length;
      taken.write(bytes, from, length);
    }
  }
}
