package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks of a file, made together. */
class CheckSeriesTest extends ReferenceFolder {
  private static final String HOLDS = "  - {name: turns, expect: so(5)}\n";
  private static final String BROKEN = "  - {name: volumes, expect: sl(5)}\n";
  private static final String FEW = "  - {name: few, expect: so(5), limit: 12}\n";
  private static final String BAD = "  - {name: gone, expect: so(5), data: nowhere.npy}\n";

  @Test
  void eachHasItsLineAndTheWorstDecides() throws IOException {
    CommandRun run = run(HOLDS + FEW + BROKEN);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("turns: Holds", "volumes: Does not hold", "few: Not enough evidence")
        .endsWith("3 checks: 1 holds, 1 does not hold, 1 not enough evidence.\n");
  }

  @Test
  void tooLittleEvidenceComesBeforeWhatHolds() throws IOException {
    assertThat(run(HOLDS + FEW).exitCode()).isEqualTo(3);
    assertThat(run(HOLDS).exitCode()).isZero();
  }

  @Test
  void oneThatCannotBeMadeDoesNotStopTheOthersAndBeatsThem() throws IOException {
    CommandRun run = run(BAD + BROKEN);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("LIEGG-DATA-NOT-FOUND");
    assertThat(run.out()).contains("volumes: Does not hold", "1 not made.");
  }

  @Test
  void theCommandLineBeatsEveryCheck() throws IOException {
    assertThat(run(HOLDS + FEW, "--limit", "400").exitCode()).isZero();
  }

  @Test
  void junitHasATestCaseEach() throws IOException {
    Path junit = folder.resolve("junit.xml");

    run(HOLDS + BROKEN + BAD, "--junit", junit.toString());

    assertThat(junit)
        .content()
        .contains("<testsuites tests=\"3\" failures=\"1\" errors=\"1\">")
        .contains("name=\"turns\"", "name=\"volumes\"", "name=\"gone\"", "LIEGG-DATA-NOT-FOUND");
  }

  @Test
  void theSummaryIsATable() throws IOException {
    Path summary = folder.resolve("summary.md");

    run(HOLDS + BROKEN, "--summary", summary.toString());

    assertThat(summary)
        .content()
        .contains(
            "### LieGG: 2 checks: 1 holds, 1 does not hold", "| turns |", "| does not hold |");
  }

  @Test
  void theSummaryTakesThePlaceOfTheTextWhereItIsPrinted() throws IOException {
    CommandRun run = run(HOLDS + BROKEN, "--summary", "-");

    assertThat(run.out()).startsWith("### LieGG: 2 checks").doesNotContain("turns: Holds");
  }

  @Test
  void aSingleCheckHasASummaryToo() {
    CommandRun run =
        CommandRun.of(CheckCommandTest.arguments("--expect", "so(5)", "--summary", "-"));

    assertThat(run.out()).startsWith("### LieGG: 1 check: 1 holds\n").contains("| so(5) |");
  }

  @Test
  void oneFileForSeveralReportsIsRefused() throws IOException {
    CommandRun run = run(HOLDS + BROKEN, "--json", "report.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("--json names one file for 2 checks");
  }

  @Test
  void aKeyOfAllChecksHasNoPlaceInOne() throws IOException {
    assertThat(run("  - {expect: so(5), junit: j.xml}\n").err())
        .contains("LIEGG-CONFIG-INVALID", "'junit' has no place here");
  }

  @Test
  void namesAreGivenOnce() throws IOException {
    assertThat(run(HOLDS + HOLDS).err()).contains("two checks have the name 'turns'");
  }

  @Test
  void aModelOnTheCommandLineIsCheckedByItself() throws IOException {
    CommandRun run =
        run(HOLDS + BROKEN, "--model", folder.resolve("model.zip").toString(), "--expect", "so(5)");

    assertThat(run.out()).startsWith("Holds");
  }

  private CommandRun run(String checks, String... more) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("liegg.yaml"),
            "defaults: {model: model.zip, data: x.npy, action: gl(5)^2, limit: 400}\nchecks:\n"
                + checks);
    return CommandRun.of(CommandRun.joined(List.of("check", "--config", file.toString()), more));
  }
}
