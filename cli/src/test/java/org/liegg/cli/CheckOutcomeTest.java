package org.liegg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.cli.terminal.Terminal;

/** What {@code check --junit} writes, whatever happens. */
class CheckOutcomeTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void anEarlierOutcome() throws Exception {
    file = Files.writeString(folder.resolve("junit.xml"), "<earlier/>");
  }

  @Test
  void whatHoldsPassesAndNamesItsHead() {
    assertThat(check("--expect", "so(5)").exitCode()).isZero();

    assertThat(file)
        .content()
        .contains("failures=\"0\" errors=\"0\"", "invariant to so(5), head output", "x.npy");
  }

  @Test
  void whatDoesNotHoldIsAFailure() {
    assertThat(check("--expect", "sl(5)", "--head", "logits").exitCode()).isEqualTo(1);

    assertThat(file).content().contains("failures=\"1\"", "invariant to sl(5), head logits");
  }

  @Test
  void tooLittleEvidenceIsAnError() {
    assertThat(check("--expect", "so(5)", "--limit", "12").exitCode()).isEqualTo(3);

    assertThat(file).content().contains("errors=\"1\"", "INSUFFICIENT_EVIDENCE");
  }

  @Test
  void wrongUseIsAnErrorOfItsCode() {
    assertThat(check("--expect", "so(5)", "--no-such-option").exitCode()).isEqualTo(2);

    assertThat(file)
        .content()
        .contains("errors=\"1\"", "type=\"LIEGG-USAGE\"", "no-such-option", "invariant to so(5)");
  }

  @Test
  void aMissingExpectationIsAnErrorToo() {
    assertThat(check().exitCode()).isEqualTo(2);

    assertThat(file).content().contains("LIEGG-USAGE", "--expect");
  }

  @Test
  void badInputIsAnErrorOfItsCode() {
    CommandRun run = CommandRun.of(with("--data=nowhere.npy", "--junit=" + file));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(file).content().contains("type=\"LIEGG-DATA-NOT-FOUND\"", "nowhere.npy");
  }

  @Test
  void aFaultOfOursIsAnError() {
    outcome().failed("LIEGG-INTERNAL: broken", terminal());

    assertThat(file).content().contains("type=\"LIEGG-INTERNAL\"");
  }

  @Test
  void aCheckThatIsKilledLeavesAnError() {
    outcome().begin();

    assertThat(file).content().contains("LIEGG-CHECK-UNFINISHED").doesNotContain("earlier");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheExitCode() {
    CommandRun run = CommandRun.of(with("--data=nowhere.npy", "--junit=" + folder));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LIEGG-OUTPUT-UNWRITABLE").hasLineCount(1);
  }

  @Test
  void otherCommandsWriteNone() {
    CommandRun.of("extract", "--junit", file.toString());

    assertThat(file).content().isEqualTo("<earlier/>");
  }

  private CheckOutcome outcome() {
    return CheckOutcome.alone(new Arguments(List.of(with("--data=x.npy", "--junit=" + file))));
  }

  private static Terminal terminal() {
    return new Terminal(System.out, System.err, false, false, 100, UTF_8);
  }

  private CommandRun check(String... more) {
    List<String> arguments = new ArrayList<>(Arrays.asList(CheckCommandTest.arguments(more)));
    arguments.addAll(List.of("--junit", file.toString()));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static String[] with(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--model", CommandRun.reference("model.zip").toString()));
    arguments.addAll(List.of("--action", "gl(5)^2", "--expect", "so(5)"));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }
}
