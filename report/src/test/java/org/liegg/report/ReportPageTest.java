package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Change;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.InputLabels;
import org.liegg.tck.fixtures.ReportBuilder;

/** What readers of pages stumbled over, and must not again. */
class ReportPageTest {
  private final Document full = Jsoup.parse(ReportHtml.toString(EvidenceReport.full()));

  @Test
  void onlyScriptsAndStylesOfThePageRun() throws Exception {
    String policy = full.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy).doesNotContain("unsafe").contains("base-uri 'none'", "form-action 'none'");
    for (Element script : full.select("script:not([type])")) {
      assertThat(policy.split("script-src", 2)[1].split(";", 2)[0]).contains(hash(script.data()));
    }
    assertThat(policy.split("style-src", 2)[1]).contains(hash(style()));
    assertThat(full.select("[style], [onclick], [onload]")).isEmpty();
  }

  @Test
  void allTablesAreOpenOnPaper() {
    String style = style();

    assertThat(style.substring(style.indexOf("@media print")))
        .contains("details::details-content { content-visibility: visible");
    assertThat(script()).contains("beforeprint");
  }

  @Test
  void placesAreNumberedFromTheSmallestEverywhere() {
    List<String> defects = full.select("#defects ~ details table td:first-child").eachText();
    List<String> sigmas = full.select("#spectrum ~ details table td:nth-child(2)").eachText();

    assertThat(defects).startsWith("1", "2");
    assertThat(sigmas).startsWith("16.3").endsWith("1166");
    assertThat(full.select("th").eachText()).contains("place").doesNotContain("#");
  }

  @Test
  void insensitiveDirectionsKeepTheFirstPlaces() {
    SymmetryReport report =
        new ReportBuilder()
            .action("toy(3)", 3)
            .spectrum(new double[] {4, 2, 0}, new double[] {2, 1, 0})
            .nullspace(Verdict.INVARIANT, 1, 1)
            .build();

    assertThat(script()).contains("nullspace.trivial + i + 1");
    assertThat(page(report).select("#defects ~ details table td:first-child").eachText())
        .containsExactly("1", "2", "3");
  }

  @Test
  void inputsGoByTheirColumns() {
    InputLabels named =
        InputLabels.of(ten("age", "mass", "ti\u001bme", "d", "e", "f", "g", "h", "i", "j"));
    InputLabels numbered = InputLabels.of(ten());

    assertThat(named.of(1)).isEqualTo("mass");
    assertThat(named.of(2)).doesNotContain("\u001b");
    assertThat(named.inWords("swap of x1 and x3, x11"))
        .startsWith("swap of age and ti")
        .endsWith("x11");
    assertThat(numbered.of(0)).isEqualTo("x1");
    assertThat(numbered.inWords("swap of x1 and x3")).isEqualTo("swap of x1 and x3");
  }

  @Test
  void anEquivarianceIsToldAsOne() {
    String invariance = full.select("section").text();
    String equivariance = page(equivariant()).select("section").text();

    assertThat(invariance).contains("how much the model changes along its field");
    assertThat(equivariance)
        .contains("how far the output is from moving as it should", "follows with its output")
        .doesNotContain("how much the model changes", "leave the output");
  }

  @Test
  void roundingIsSaidWhereNothingElseWasMeasured() {
    assertThat(full.select("#finite ~ p").text())
        .contains("rounding, as 2 of 4 measurements may be");
    assertThat(full.select("#finite ~ details th").eachText()).contains("rounding up to");
    assertThat(script()).contains("p.measured <= p.rounding");
  }

  @Test
  void whatIsNotSettledLooksUnsettled() {
    Document open = page(insufficient());

    assertThat(open.select("h1.open")).hasSize(1);
    assertThat(open.select("#generators ~ p").text()).contains("may only be unseen");
    assertThat(open.select("#asked ~ p").text()).contains("neither yes nor no");
    assertThat(full.select("#generators ~ p")).isEmpty();
  }

  @Test
  void wordsAreExplainedWhereTheyStand() {
    for (String section : List.of("defects", "spectrum", "generators", "algebra", "reference")) {
      assertThat(full.select("#" + section + " ~ details.words dl dt")).isNotEmpty();
    }
    assertThat(full.select("#algebra ~ details.words").text()).contains("Killing form", "AB − BA");
  }

  @Test
  void saysWhatWasAskedAndWhatWouldChangeTheAnswer() {
    assertThat(full.select("#asked ~ p").text())
        .contains(
            "which mixtures of the 25 candidate fields of gl(5)^2 leave the output",
            "at a defect of at most 0.01; compared with so(5)",
            "a tolerance below 0.00390, the largest defect that counts",
            "a tolerance of 2.02, the smallest defect that does not count");
  }

  @Test
  void comparisonsHaveAPage() {
    Document worse = Jsoup.parse(ComparisonHtml.toString(comparison(2, 1.5, 3), "old", "<new>"));
    Document same = Jsoup.parse(ComparisonHtml.toString(comparison(1, 0.5, 2), "old", "new"));

    assertThat(worse.select("#asked ~ p").text()).contains("Before: old. After: <new>.");
    assertThat(worse.select("td").eachText())
        .contains("generator 1 → 2", "2.00 [1.50, 3.00]", "larger beyond noise", "0.50°");
    assertThat(same.select("td").eachText()).contains("no change beyond noise");
    assertThat(worse.select("[data-plot=pairs]")).hasSize(1);
  }

  private static ReportComparison comparison(double ratio, double low, double high) {
    ReportComparison.Dimension ten = new ReportComparison.Dimension(10, 10, 10);
    return new ReportComparison(
        ten,
        ten,
        new double[] {0.1, 0.5},
        List.of(new ReportComparison.Pair(0, 1, Optional.of(new Bounded(ratio, low, high)))),
        Optional.empty(),
        List.of(),
        low > 1 ? Change.WORSE : Change.SAME);
  }

  private static SymmetryReport ten(String... columns) {
    return new ReportBuilder()
        .action("gl(3)", 9)
        .spectrum(new double[] {4, 2, 0}, new double[] {2, 1, 0.003})
        .columns(columns)
        .build();
  }

  private static SymmetryReport equivariant() {
    return new ReportBuilder()
        .action("gl(5)^2 -> same", 25)
        .spectrum(new double[] {4, 2}, new double[] {2, 0.001})
        .nullspace(Verdict.INVARIANT, 1, 0)
        .build();
  }

  private static SymmetryReport insufficient() {
    return new ReportBuilder()
        .action("toy(3)", 3)
        .spectrum(new double[] {4, 2, 0}, new double[] {2, 1, 1e-9})
        .nullspace(Verdict.INSUFFICIENT_EVIDENCE, 1, 0)
        .generator(new double[] {-0.6, 0, 0.8}, 0.5, 1e-9)
        .build();
  }

  private static Document page(SymmetryReport report) {
    return Jsoup.parse(ReportHtml.toString(report));
  }

  private String script() {
    return Objects.requireNonNull(full.select("script").last()).data();
  }

  private String style() {
    return Objects.requireNonNull(full.select("style").first()).data();
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
