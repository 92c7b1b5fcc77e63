package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DataException;
import org.liegg.api.report.SymmetryReport;

/** Discrete symmetries in reports. */
class DiscreteReportTest {
  private static final SymmetryReport FOUND =
      DiscreteReport.of(DiscreteReport.found(DiscreteReport.swap(0.001)));
  private static final SymmetryReport NOTHING = DiscreteReport.of(DiscreteReport.found());

  private static SymmetryReport read(String json) {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "report");
  }

  private static String text(SymmetryReport report) {
    return new ReportText(100, false, true).format(report);
  }

  @Test
  void areReadAsTheyWereWritten() {
    String json = ReportJson.toString(FOUND);
    assertThat(ReportJson.toString(read(json))).isEqualTo(json);
    assertThat(json)
        .contains("\"permutation\": [1, 0, 2, 3, 4, 5, 6, 7, 8, 9]")
        .contains("\"chosenOn\": 500")
        .doesNotContain("trial");
    assertThat(read(ReportJson.toString(NOTHING)).discrete().orElseThrow().products()).isEmpty();
  }

  @Test
  void standInTheText() {
    assertThat(text(FOUND))
        .contains("Discrete symmetries  B(2), of order 3.04·10^49")
        .contains("swap of x1 and x2: defect 0.00100 [0, 0.00400]")
        .contains("It leads to each other: x1 x2.")
        .contains("45 candidates tried on 500 samples, 1 of them measured on 501 others")
        .contains("≤ 2.5 %")
        .contains("The model hardly depends on x8")
        .contains("Not looked for, since there are too many: quarter turns of two inputs.");
    assertThat(text(NOTHING)).contains("Discrete symmetries  trivial");
    assertThat(text(Reports.o5())).doesNotContain("Discrete");
  }

  @Test
  void standOnThePage() {
    assertThat(ReportHtml.toString(FOUND))
        .contains("id=\"discrete\"")
        .contains("swap of x1 and x2")
        .contains("swaps of two inputs");
    assertThat(ReportHtml.toString(Reports.o5())).doesNotContain("id=\"discrete\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 0, 2,|[1, 1, 2,|discrete.generators[0] is no signed permutation of 10 inputs",
        "\"signs\": [1,|\"signs\": [3,|discrete.generators[0] is no signed permutation of 10"
            + " inputs",
        "[0.0, 0.004]|[0.0, 0.0004]|discrete.generators[0] has a defect outside its interval",
        "\"measured\": 1|\"measured\": 0|discrete has counts or a chance that do not fit together",
        "\"bound\": 0.025|\"bound\": 1.5|discrete has counts or a chance that do not fit together",
        "[0, 1]|[0, 10]|discrete.orbits has an input that is none of 10",
        "\"order\": \"3|\"order\": \"x3|discrete.order is no number of elements"
      })
  void thatContradictThemselvesAreRefused(String text, String altered, String found) {
    String json = ReportJson.toString(FOUND);
    assertThat(json).contains(text);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(json.replace(text, altered)))
        .withMessageContaining(found);
  }
}
