package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportJson;

/** The gate, on the trained O(5) network: its worst rotation has a defect of about 0.004. */
class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void holdsForTheRotationsThatTheNetworkLearned() {
    CommandRun run = check("--expect", "so(5)");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Holds: the model is invariant to so(5).").contains("0.01");
  }

  @Test
  void doesNotHoldForWhatTheNetworkDidNotLearn() {
    CommandRun run = check("--expect", "sl(5)");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("Does not hold").contains("10 of its 24 dimensions pass");
  }

  @Test
  void aStricterBoundIsNotMet() {
    CommandRun run = check("--expect", "so(5)", "--max-defect", "0.001");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("at most 0.001 was asked for", "partly invariant");
  }

  @Test
  void aBoundWithinTheIntervalIsLeftOpen() {
    CommandRun run = check("--expect", "so(5)", "--max-defect", "0.004");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).startsWith("Not enough evidence");
  }

  @Test
  void twelveSamplesAreNotEnough() {
    CommandRun run = check("--expect", "so(5)", "--limit", "12");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("too few samples");
  }

  @Test
  void gradientsAlongDataThatFillTheirSpaceSayTheSame() {
    CommandRun run = check("--expect", "so(5)", "--gradients", "tangential");

    assertThat(run.exitCode()).isZero();
    assertThat(check("--expect", "so(5)", "--gradients", "sideways").err())
        .contains("expected full or tangential but was 'sideways'");
  }

  @Test
  void writesTheReportAndTheMetrics() throws Exception {
    Path json = folder.resolve("r.json");
    Path metrics = folder.resolve("m.prom");

    check("--expect", "so(5)", "--json", json.toString(), "--metrics", metrics.toString());

    SymmetryReport report = ReportJson.read(json);
    assertThat(report.reference().orElseThrow().name()).isEqualTo("so(5)");
    assertThat(Files.readString(metrics))
        .contains("liegg_symmetry_dimension_directions{action=\"gl(5)^2\"")
        .contains("liegg_extraction_stage_seconds_sum");
  }

  @Test
  void refusesAnUnknownAlgebraAndContradictingOptions() {
    assertThat(check("--expect", "so(5").exitCode()).isEqualTo(2);
    assertThat(check("--expect", "so(5)", "--reference", "so(5)").err()).contains("--expect");
    assertThat(check("--expect", "so(5)", "--no-held-out").exitCode()).isEqualTo(2);
    assertThat(check("--expect", "so(5)", "--max-defect", "-1").err()).contains("--max-defect");
    assertThat(check().err()).contains("--expect");
  }

  @Test
  void finiteTransformationsSayTheSameWithoutDerivatives() {
    CommandRun holds = check("--expect", "so(5)", "--gradient", "none");
    assertThat(holds.exitCode()).as(holds.out() + holds.err()).isZero();
    assertThat(holds.out()).contains("finite transformations on", "random combination");

    CommandRun broken = check("--expect", "sl(5)", "--gradient", "none");
    assertThat(broken.exitCode()).isEqualTo(1);

    CommandRun open = check("--expect", "so(5)", "--gradient", "none", "--limit", "60");
    assertThat(open.exitCode()).isEqualTo(3);
  }

  @Test
  void namesTheHeadThatWasGiven() {
    assertThat(check("--expect", "so(5)", "--head", "logits").out())
        .contains("This is said of its logits.");
  }

  private static CommandRun check(String... more) {
    return CommandRun.of(arguments(more));
  }

  /** A check of the network, for what is still missing. */
  static String[] arguments(String... more) {
    return CommandRun.arguments(
        "check",
        CommandRun.reference("model.zip"),
        CommandRun.reference("x.npy"),
        CommandRun.joined(List.of("--action", "gl(5)^2"), more));
  }
}
