package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

/** The values of a sample are called what the table calls them. */
class ColumnNamesTest {
  private static final String[] TEN = {"age", "b", "c", "d", "e", "f", "g", "h", "i", "j\u001b"};

  @Test
  void standInTheTextAndOnThePage() {
    assertThat(text(report(TEN))).contains("columns   age · b · c").doesNotContain("\u001b");
    assertThat(Jsoup.parse(ReportHtml.toString(report(TEN))).text()).contains("age, b, c");
    assertThat(text(report())).doesNotContain("columns");
  }

  @Test
  void standInTheJsonAndAreReadBack() {
    String json = ReportJson.toString(report(TEN));

    assertThat(json).contains("\"columns\": [\"age\", \"b\"");
    assertThat(read(json).data()).isEqualTo(report(TEN).data());
    assertThat(ReportJson.toString(report())).doesNotContain("columns");
    assertThat(read(ReportJson.toString(report())).data().columns()).isEmpty();
  }

  @Test
  void areAsManyAsASampleHasValues() {
    String json = ReportJson.toString(report(TEN)).replace("\"b\", ", "");

    assertThatThrownBy(() -> read(json))
        .hasMessageContaining("data.columns are 9 for 10 values of a sample");
  }

  @Test
  void theTextSaysByWhatInputsWereStandardised() {
    SymmetryReport report = builder().standardize("fit").build();

    assertThat(text(report)).contains("standardised by the samples: F(x) = model((x − mean)/std)");
  }

  private static ReportBuilder builder() {
    return new ReportBuilder()
        .action("toy(3)", 3)
        .spectrum(new double[] {4, 2, 0}, new double[] {2, 1, 0.003})
        .nullspace(Verdict.INVARIANT, 1, 0)
        .generator(new double[] {-0.6, 0, 0.8}, 0.5, 0.003);
  }

  private static SymmetryReport report(String... columns) {
    return builder().columns(columns).build();
  }

  private static String text(SymmetryReport report) {
    return String.join("\n", new BackgroundText(new TextStyle(100, false, true), report).subject());
  }

  private static SymmetryReport read(String json) {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "report.json");
  }
}
