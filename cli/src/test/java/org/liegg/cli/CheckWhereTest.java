package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.report.ReportJson;

/** Where the trained O(5) network breaks what is expected of it. */
class CheckWhereTest {
  @TempDir Path folder;

  private static CommandRun check(String... more) {
    return CommandRun.of(
        CommandRun.arguments(
            "check", CommandRun.reference("model.zip"), CommandRun.reference("x.npy"), more));
  }

  @Test
  void theNetworkHoldsInEverySliceAndArisesInItsLastLayer() throws Exception {
    Path json = folder.resolve("r.json");
    Path page = folder.resolve("r.html");
    CommandRun run =
        check(
            "--expect=O(5)^2",
            "--slice=x1",
            "--slice=cluster(3);x2 in 2",
            "--where",
            "--beyond",
            "--by-layer",
            "--json=" + json,
            "--report=" + page);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "No region was found in which it breaks.",
            "By x1: 4 slices hold.",
            "By cluster(3): 3 slices hold.",
            "By x2 in 2: 2 slices hold.",
            "samples keep it up to a factor of",
            "By layer: features are invariant from layer2 on.");
    Where found = ReportJson.read(json).where().orElseThrow();
    assertThat(found.layers())
        .extracting(Where.LayerDefect::verdict)
        .containsExactly(Verdict.BROKEN, Verdict.BROKEN, Verdict.INVARIANT);
    assertThat(Files.readString(page))
        .contains(
            "Where it breaks",
            "liegg check",
            "--slice &#39;x1; cluster(3); x2 in 2&#39; --where --beyond --by-layer");
  }

  @ParameterizedTest
  @CsvSource({
    "x11, LIEGG-SLICE-COLUMN",
    "class, LIEGG-SLICE-CLASS",
    "x1 in 99, LIEGG-SLICE-SYNTAX",
    "label=none.npy, LIEGG-DATA-NOT-FOUND"
  })
  void whatCannotBeSlicedIsWrongUse(String slice, String code) {
    CommandRun run = check("--expect=O(5)^2", "--slice", slice);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: " + code).hasLineCount(1);
  }

  @Test
  void algebrasAreAskedTheSame() {
    CommandRun run =
        check("--action=gl(5)^2", "--expect=so(5)", "--slice=x1 in 2", "--finite-samples=1000");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("By x1 in 2: 2 slices hold.");
  }
}
