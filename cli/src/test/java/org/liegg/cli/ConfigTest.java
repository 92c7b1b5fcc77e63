package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file {@code liegg.yaml}, on the trained O(5) network. */
class ConfigTest extends ReferenceFolder {
  private static final String DEFAULTS =
      """
      defaults:
        model: model.zip
        data: x.npy
        action: gl(5)^2
        limit: 400
      """;

  @Test
  void defaultsStandInForOptionsThatAreNotGiven() throws IOException {
    CommandRun run = run(DEFAULTS, "check", "--expect", "so(5)");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Holds: the model is invariant to so(5).");
  }

  @Test
  void theCommandLineBeatsTheFile() throws IOException {
    CommandRun run = run(DEFAULTS + "  expect: sl(5)\n", "check", "--expect=so(5)");

    assertThat(run.out()).startsWith("Holds: the model is invariant to so(5).");
  }

  @Test
  void aDefaultThatACommandDoesNotHaveIsLeftOut() throws IOException {
    CommandRun run =
        run(DEFAULTS + "  expect: so(5)\n  stability: false\n", "extract", "--limit=2000");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("gl(5)^2");
  }

  @Test
  void aDefaultThatACommandRefusesIsForTheOthers() throws IOException {
    String defaults = DEFAULTS + "  reference: so(5)\n";

    assertThat(run(defaults, "check", "--expect", "so(5)").out()).startsWith("Holds");
    assertThat(run(defaults + "  output: '0'\n", "layers").err()).isEmpty();
    assertThat(run(defaults, "check", "--expect=so(5)", "--reference=so(5)").err())
        .contains("--reference is given");
  }

  @Test
  void aFlagThatBothSayIsOn() throws IOException {
    CommandRun run = run(DEFAULTS + "  no-held-out: true\n", "extract", "--no-held-out");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(run(DEFAULTS, "extract", "--no-held-out").exitCode());
  }

  @Test
  void theFileIsFoundInTheCurrentFolder() throws IOException {
    write(DEFAULTS + "  expect: so(5)\n");

    assertThat(CommandRun.in(folder, "check").out()).startsWith("Holds");
  }

  @Test
  void anUnknownKeyIsOneErrorWithItsLineAndTheKeyThatWasMeant() throws IOException {
    CommandRun run = run(DEFAULTS + "  tolerence: 0.1\n", "extract");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("liegg: LIEGG-CONFIG-INVALID: configuration ")
        .contains("line 6, column 3", "unknown key 'tolerence'", "did you mean 'tolerance'?");
  }

  @Test
  void anUnknownPartIsNamedToo() throws IOException {
    assertThat(run("default: {}\n", "extract").err()).contains("did you mean 'defaults'?");
  }

  @Test
  void aValueThatMakesNoSenseIsNamedWithItsLine() throws IOException {
    CommandRun run = run(DEFAULTS + "  max-defect: many\n", "check", "--expect", "so(5)");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("LIEGG-USAGE", "--max-defect", "'many'", "liegg.yaml, line 6)");
  }

  @Test
  void aListForOneValueIsRefused() throws IOException {
    assertThat(run("defaults: {limit: [1, 2]}\n", "extract").err())
        .contains("LIEGG-CONFIG-INVALID", "limit is not a single value");
  }

  @Test
  void codeOfOthersIsForTheCommandLineAlone() throws IOException {
    CommandRun run = run("defaults: {plugins: evil.jar}\n", "extract");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'plugins' has no place here; say it on the command line");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    CommandRun run = CommandRun.of("extract", "--config", "nowhere.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("LIEGG-CONFIG-INVALID", "there is no such file");
  }

  @Test
  void helpDoesNotCareForTheFile() throws IOException {
    assertThat(run("nonsense: 1\n", "check", "--help").exitCode()).isZero();
    assertThat(run("nonsense: 1\n", "plugins").exitCode()).isZero();
  }

  private CommandRun run(String yaml, String... args) throws IOException {
    Path file = write(yaml);
    return CommandRun.of(CommandRun.joined(List.of(args), "--config", file.toString()));
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("liegg.yaml"), yaml);
  }
}
