package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DataException;
import org.liegg.api.report.Gate;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class GroupReportTest {
  private static final SymmetryReport HOLDS =
      GroupReport.ofQuarterTurns(Verdict.INVARIANT, 1e-3, 0, 4e-3);
  private static final SymmetryReport BROKEN =
      GroupReport.ofQuarterTurns(Verdict.BROKEN, 0.5, 0.4, 0.6);
  private static final SymmetryReport LOST =
      GroupReport.ofTurnedImages(Verdict.INSUFFICIENT_EVIDENCE, 0.03, 0.05);
  private static final SymmetryReport TURNS =
      GroupReport.ofTurnedImages(Verdict.INVARIANT, 0.003, 0.001);

  @Test
  void readsBackAsItWasWritten() {
    for (SymmetryReport report : new SymmetryReport[] {HOLDS, BROKEN, LOST, TURNS}) {
      String json = ReportJson.toString(report);
      assertThat(json).contains("\"group\"", "\"tested\"");
      assertThat(ReportJson.toString(read(json))).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"contained\": 1,', '\"contained\": 3,', group.tested.contained",
    "'\"used\": 256,\n', '\"used\": 5000,\n', group.samples.used",
    "'\"changed\": 0.03', '\"changed\": 0.3', group.decisions.changed",
    "'\"share\": 8.0', '\"share\": -8.0', group.worstSamples",
  })
  void refusesWhatContradictsItself(String text, String replacement, String field) {
    String json = ReportJson.toString(BROKEN);
    int at = json.indexOf(text, json.indexOf("\"group\""));
    assertThat(at).isPositive();
    String altered = json.substring(0, at) + replacement + json.substring(at + text.length());
    assertThatThrownBy(() -> read(altered))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-REPORT-CORRUPT")
        .hasMessageContaining(field);
  }

  @Test
  void gatesNameTheWorstElement() {
    assertThat(said(HOLDS))
        .startsWith(
            "Holds: the model is invariant to C(4). The worst of all its 2 elements beside the"
                + " identity, turn by 90°, has a defect of 0.00100 [0, 0.00400]; at most 0.01 was"
                + " asked for. 256 samples were enough. Another output becomes the largest one at"
                + " 3.00 % [1.00, 6.00] of the samples along turn by 90°.");
    assertThat(said(BROKEN))
        .startsWith("Does not hold: the model is not invariant to all of C(4).")
        .contains("1 of them passes.");
    assertThat(said(TURNS))
        .contains(
            "3 elements drawn by the invariant measure",
            "at most 70.0 % of the group does",
            "This is said on 4 000 samples");
  }

  @Test
  void gatesSayWhatInterpolationLoses() {
    assertThat(said(LOST))
        .startsWith("Not enough evidence: The worst of 3 elements drawn")
        .contains(
            "That is no more than what interpolation loses: there and back it changes 0.0500");
  }

  @Test
  void textAndPageShowElementsAndSamples() {
    String text = new ReportText(100, false, true).format(BROKEN);
    assertThat(text)
        .startsWith("The model is not invariant to all of C(4).")
        .contains(
            "group     C(4) · 4 elements · tried by all its 2 elements",
            "Elements  defect of g",
            "0.500 [0.400, 0.600]  turn by 90°: moves 1.40",
            "sample 17, turn by 90°: 8.00")
        .doesNotContain("Reference", "dimension", "directions", "t = 1");
    assertThat(new ReportText(100, false, true).format(LOST)).contains("Lost there and back");
    assertThat(ReportHtml.toString(BROKEN))
        .contains("Elements, the worst first", "Samples that change most", "elements tried")
        .doesNotContain("of candidates", "exp(tA)");
    assertThat(ReportHtml.toString(LOST)).contains("Lost there and back");
  }

  private static String said(SymmetryReport report) {
    Gate gate =
        new Gate(
            report.nullspace().verdict(),
            new Gate.Expected(report.action().spec(), 0, 0),
            report.nullspace().tolerance(),
            Optional.empty());
    return GateText.of(gate, report).replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  private static SymmetryReport read(String json) {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "a report");
  }
}
