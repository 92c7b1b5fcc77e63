package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

/** Fields are called what their action calls them, wherever coefficients stand. */
class FieldNamesTest {
  private final SymmetryReport named = report("push", "pull", "turn");

  @Test
  void standInTheText() {
    assertThat(text(named)).contains("0.800 turn - 0.600 push");
  }

  @Test
  void standOnThePage() {
    assertThat(Jsoup.parse(ReportHtml.toString(named)).text())
        .contains("push: -0.600, turn: 0.800");
  }

  @Test
  void standInTheJsonOnOneLineAndAreReadBack() {
    String json = ReportJson.toString(named);

    assertThat(json).contains("\"fieldNames\": [\"push\", \"pull\", \"turn\"]");
    assertThat(read(json).action()).isEqualTo(named.action());
  }

  @Test
  void arePlacesWhereTheActionDoesNotSay() {
    SymmetryReport unnamed = report();

    assertThat(text(unnamed)).contains("0.800 v3 - 0.600 v1");
    String json = ReportJson.toString(unnamed);
    assertThat(json).doesNotContain("fieldNames");
    assertThat(read(json).action()).isEqualTo(unnamed.action());
  }

  @Test
  void ofAHostilePluginStayText() {
    SymmetryReport hostile = report("\u001b[2J\n<b>", "a\"b", "turn");

    assertThat(text(hostile)).doesNotContain("\u001b");
    assertThat(Jsoup.parse(ReportHtml.toString(hostile)).select("b")).isEmpty();
    assertThat(read(ReportJson.toString(hostile)).action()).isEqualTo(hostile.action());
  }

  @Test
  void areAsManyAsThereAreFields() {
    String json = ReportJson.toString(named).replace("\"pull\", ", "");

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("action.fieldNames are 2 for 3 candidates");
  }

  private static SymmetryReport report(String... names) {
    return new ReportBuilder()
        .action("toy(3)", 3)
        .fieldNames(names)
        .spectrum(new double[] {4, 2, 0}, new double[] {2, 1, 0.003})
        .nullspace(Verdict.INVARIANT, 1, 0)
        .generator(new double[] {-0.6, 0, 0.8}, 0.5, 0.003)
        .build();
  }

  private static String text(SymmetryReport report) {
    return String.join("\n", new GeneratorText(new TextStyle(100, false, true), report).lines());
  }

  private static SymmetryReport read(String json) {
    InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return ReportJson.read(in, "report.json");
  }
}
