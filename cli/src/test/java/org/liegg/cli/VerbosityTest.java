package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liegg.cli.terminal.Terminal;

/** What is said beside results and errors. */
class VerbosityTest {
  private static final String[] EXTRACTION = {"--action", "gl(5)^2", "--limit", "400"};

  @Test
  void verboseTellsWhatIsDoneAndChosenOnStandardError() {
    CommandRun plain = CommandRun.onReference("extract", EXTRACTION);
    CommandRun run =
        CommandRun.onReference("extract", CommandRun.joined(List.of(EXTRACTION), "--verbose"));

    assertThat(plain.err()).isEmpty();
    assertThat(run.err())
        .contains(
            "liegg: Java ",
            "engine for model ",
            "dl4j",
            "decomposition qr for 25 fields: its accuracy costs little")
        .contains("seconds by stage: read ", "total ");
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("liegg: "));
    assertThat(run.out()).contains("gl(5)^2").doesNotContain("seconds by stage");
  }

  @Test
  void quietLeavesResultsAndErrors() {
    CommandRun run =
        CommandRun.onReference("check", "--quiet", "--action", "gl(5)^2", "--expect", "so(5)");
    CommandRun wrong =
        CommandRun.of("--quiet", "extract", "--model", "nowhere.zip", "--data", "x.npy");

    assertThat(run.out()).startsWith("Holds");
    assertThat(run.err()).isEmpty();
    assertThat(wrong.err()).hasLineCount(1).contains("LIEGG-");
  }

  @Test
  void bothContradictEachOther() {
    CommandRun run = CommandRun.of("plugins", "--quiet", "--verbose");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("LIEGG-USAGE", "--quiet and --verbose");
  }

  @Test
  void quietHasNoProgress() {
    Terminal terminal =
        new Terminal(System.out, System.err, true, true, 100, StandardCharsets.UTF_8);

    assertThat(terminal.progress()).isTrue();
    terminal.verbosity().set(true, false);
    assertThat(terminal.progress()).isFalse();
  }

  @Test
  void noColourIsRespectedWhateverItsValue() {
    String before = System.getProperty("org.liegg.cli.terminal", "");
    System.setProperty("org.liegg.cli.terminal", "true");
    try {
      assertThat(Terminal.of(Map.of()).interactive()).isTrue();
      assertThat(Terminal.of(Map.of("NO_COLOR", "1")).interactive()).isFalse();
    } finally {
      System.setProperty("org.liegg.cli.terminal", before);
    }
  }
}
