package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Bounded;
import org.liegg.api.DataException;
import org.liegg.api.report.Gate;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class FiniteReportTest {
  private static final SymmetryReport HOLDS = FiniteReport.of(Verdict.INVARIANT, 1e-3, 0, 4e-3);
  private static final SymmetryReport BROKEN = FiniteReport.of(Verdict.BROKEN, 0.5, 0.4, 0.6);
  private static final SymmetryReport OPEN =
      FiniteReport.of(Verdict.INSUFFICIENT_EVIDENCE, 0.008, 0.002, 0.02);

  @Test
  void readsBackAsItWasWritten() {
    String json = ReportJson.toString(BROKEN);
    assertThat(json).contains("\"finite\"", "\"insensitive\": true");
    assertThat(ReportJson.toString(read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"interval\": [0.4, 0.6]', '\"interval\": [0.55, 0.6]'",
    "'\"generator\": 0', '\"generator\": 1'",
    "'\"coefficients\": [0.0, 0.7, -0.7, 0.0]', '\"coefficients\": [0.0, 0.7]'"
  })
  void refusesWhatContradictsItself(String text, String replacement) {
    String json = ReportJson.toString(BROKEN);
    assertThat(json).contains(text);
    assertThatThrownBy(() -> read(json.replace(text, replacement)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-REPORT-CORRUPT")
        .hasMessageContaining("finite.elements[");
  }

  @Test
  void textAndPageSayWhichTransformationIsTheWorst() {
    String text = new ReportText(100, false, true).format(BROKEN);
    assertThat(text)
        .startsWith("The model is not invariant to all of so(2): the worst of 3 finite")
        .contains("generator 1 (E[1,2] −E[2,1])", "values alone", "insensitive")
        .doesNotContain("σ to machine precision", "principal angles", "gradients not verified");
    assertThat(ReportHtml.toString(BROKEN))
        .contains("Finite transformations, the worst first")
        .doesNotContain("Spectrum of the polarization matrix", "largest gap would say");
  }

  @Test
  void gatesSayWhatTheyWereMeasuredBy() {
    assertThat(said(HOLDS))
        .startsWith("Holds: the model is invariant to so(2).")
        .contains("3 finite transformations on 4", "is generator 1 (E[1,2] −E[2,1]) at t = 2.22");
    assertThat(said(BROKEN)).startsWith("Does not hold").contains("at t = 2.22");
    assertThat(said(OPEN)).startsWith("Not enough evidence").contains("--finite-samples");
    assertThat(said(HOLDS)).doesNotContain("--finite-samples");
  }

  private static String said(SymmetryReport report) {
    ReferenceDefects found = report.reference().flatMap(known -> known.defect()).orElseThrow();
    Gate gate =
        new Gate(
            found.verdict(),
            new Gate.Expected("so(2)", 1, found.contained()),
            0.01,
            Optional.of(
                new Bounded(found.worst(), found.worstInterval()[0], found.worstInterval()[1])));
    return GateText.of(gate, report);
  }

  private static SymmetryReport read(String json) {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "a report");
  }
}
