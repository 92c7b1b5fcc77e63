package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DataException;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Where;

/** What reports say of where a group is broken. */
class WhereReportTest {
  private static final SymmetryReport REPORT = WhereReport.report();

  private static SymmetryReport read(String json) {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "a report");
  }

  private static String said(SymmetryReport report) {
    return String.join(
            " ",
            new ReportText(200, false, true).where(report).stream().flatMap(List::stream).toList())
        .replaceAll(" +", " ");
  }

  @Test
  void readsBackAsItWasWritten() {
    String json = ReportJson.toString(REPORT);
    assertThat(json).contains("\"where\": {", "\"holdsTo\": 1.5", "\"above\": true");
    assertThat(ReportJson.toString(read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"defect\": 0.31', '\"defect\": 0.9', where speaks of a defect of 0.9",
    "'\"samples\": 720', '\"samples\": 7200', a part of 7200 of 4000",
    "'\"share\": 0.18', '\"share\": 1.8', a share of 1.8",
    "'\"shape\": [4, 4]', '\"shape\": [4, 5]', where.moved"
  })
  void refusesWhatContradictsItself(String text, String replacement, String found) {
    String json = ReportJson.toString(REPORT);
    String oneLine = json.replaceAll("\"shape\": \\[\\s+4,\\s+4\\s+\\]", "\"shape\": [4, 4]");
    int at = oneLine.indexOf(text, oneLine.indexOf("\"where\""));
    assertThat(at).isPositive();
    String altered = oneLine.substring(0, at) + replacement + oneLine.substring(at + text.length());
    assertThatThrownBy(() -> read(altered))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-REPORT-CORRUPT")
        .hasMessageContaining(found);
  }

  @Test
  void saysWhereItBreaks() {
    assertThat(said(REPORT))
        .contains(
            "It breaks where x3 > 1.2 (18.0 % of the samples): 0.310 [0.248, 0.388]; elsewhere it"
                + " holds: 0.00200 [0.00160, 0.00250].",
            "By x3: 1 slice holds, 1 breaks.",
            "x3 > 1.2 (breaks, 18.0 % of the samples): 0.310 [0.248, 0.388], 97.0 % of all"
                + " change, along turn by 90°",
            "By site=sites.npy: 1 slice holds, 1 has too few samples.",
            "site = 7 (too few, 0.300 % of the samples): 12 samples",
            "samples keep it up to a factor of 1.5 and break it at a factor of 2.",
            "By layer: features are invariant from layer2 on.",
            "layer1, DenseLayer of 64 features (not measured): LIEGG-MODEL-OUTPUT-TYPE");
  }

  private static String region(BreakingRegion region) {
    return said(
        WhereReport.with(
            new Where(
                4000, List.of(), Optional.of(region), Optional.empty(), List.of(), List.of())));
  }

  @Test
  void saysThatThereIsNoRegion() {
    BreakingRegion found = WhereReport.where().region().orElseThrow();
    List<BreakingRegion.Leaf> low = found.leaves().subList(0, 1);
    List<BreakingRegion.Leaf> high = found.leaves().subList(1, 2);

    assertThat(region(new BreakingRegion(10, 10, low, Optional.empty(), Optional.empty())))
        .isEqualTo("No region was found in which it breaks.");
    assertThat(region(new BreakingRegion(10, 10, high, found.breaks(), Optional.empty())))
        .startsWith("It breaks everywhere");
  }

  @Test
  void isInTheTextAndOnThePage() {
    assertThat(new ReportText(100, false, true).format(REPORT)).contains("It breaks where x3");
    assertThat(ReportHtml.toString(REPORT))
        .contains(
            "Where it breaks",
            "data-plot=\"where\"",
            "data-plot=\"beyond\"",
            "data-plot=\"moved\"",
            "The region as a tree",
            "Slices by site",
            "Features of layers");
  }

  @Test
  void terminalsWithoutItsCharactersSayItToo() {
    String plain =
        String.join(
            "\n",
            new ReportText(80, false, false).where(REPORT).stream().flatMap(List::stream).toList());
    assertThat(plain).contains("x3 <= 1.2", "turn by 90 deg").isASCII();
  }
}
