package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.api.OutputException;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ReportBuilder;

class ReportHtmlTest {
  private final String html = ReportHtml.toString(EvidenceReport.full());
  private final Document page = Jsoup.parse(html);

  @Test
  void theVerdictComesFirst() {
    assertThat(page.select("h1").text()).startsWith("The model is invariant to");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("h2").eachText())
        .containsSubsequence("Defects", "Generators", "Finite group elements", "How to repeat it");
  }

  @Test
  void everyPictureHasWordsAndATable() {
    assertThat(page.select("[data-plot]").eachAttr("data-plot"))
        .containsExactlyInAnyOrder(
            "defects", "spectrum", "generators", "orbits", "outputs", "finite");
    for (Element plot : page.select("[data-plot]")) {
      assertThat(plot.attr("role")).isEqualTo("img");
      assertThat(plot.attr("aria-label")).isNotBlank();
      assertThat(plot.parents().select("section details table")).isNotEmpty();
    }
  }

  @Test
  void everySectionIsNamedByItsHeading() {
    for (Element section : page.select("section")) {
      assertThat(page.select("h2#" + section.attr("aria-labelledby"))).hasSize(1);
    }
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page.select("[src], [href], link, iframe")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(html.length()).isLessThan(1_000_000);
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(ReportHtml.toString(EvidenceReport.full())).isEqualTo(html);
  }

  @Test
  void hostileNamesStayText() {
    String name = "</script><script>alert(1)</script><b>{{title}}&";

    Document hostile = Jsoup.parse(ReportHtml.toString(new ReportBuilder().path(name).build()));

    assertThat(hostile.select("script")).hasSize(3);
    assertThat(hostile.select("b")).isEmpty();
    assertThat(hostile.title()).contains(name);
    assertThat(hostile.select("pre").text()).contains("--model '" + name + "'");
  }

  @Test
  void aQuoteInAPathDoesNotEndTheCommand() {
    Document quoted = Jsoup.parse(ReportHtml.toString(new ReportBuilder().path("a'b").build()));

    assertThat(quoted.select("pre").text()).contains("--model 'a'\\''b'");
  }

  @Test
  void warningsSayWhatTheyExplain() {
    assertThat(page.select("#warnings + details td").eachText())
        .containsExactly("degenerate-fields", "two fields agree; drop one", "1");
  }

  @Test
  void layersHaveAPageToo() {
    LayerReport.Layer failed =
        new LayerReport.Layer("lambda", "Lambda", 3, Optional.empty(), Optional.of("<no>"));

    Document layers =
        Jsoup.parse(
            LayersHtml.toString(
                new LayerReport(
                    LayerReport.SCHEMA,
                    "net",
                    "x",
                    "gl(3)",
                    Optional.empty(),
                    0.01,
                    List.of(failed))));

    assertThat(layers.select("td").eachText()).contains("lambda", "<no>");
    assertThat(layers.select("[data-plot=layers]")).hasSize(1);
  }

  @Test
  void studiesAreReadFromTheirJson() {
    String study =
        """
        {"schema": "liegg-study/1",
         "spec": {"name": "mine", "task": "o5", "action": "gl(5)^2"},
         "correlations": [{"among": "all", "x": "varianceMean", "y": "testError", "cells": 4,
                           "rho": 0.5, "interval": [-0.1, 0.9]}],
         "cells": [{"cell": {"hiddenLayers": 2, "width": 8}, "status": "done",
                    "findings": {"testError": 0.25, "dimension": 10},
                    "track": [{"epoch": 5, "findings": {"testError": 0.75}}]},
                   {"cell": {"hiddenLayers": 3, "width": 8}, "status": "diverged"}]}
        """;

    Document studied = Jsoup.parse(StudyHtml.toString(study));

    assertThat(studied.select("h1").text()).contains("1 of 2", "1 diverged");
    assertThat(studied.select("td").eachText()).contains("0.50", "[-0.10, 0.90]", "0.250", "0.750");
    assertThatThrownBy(() -> StudyHtml.toString("{}"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-STUDY-CORRUPT");
  }

  @Test
  void aPageOfWhatIsNoNumberIsRefused() {
    SymmetryReport infinite =
        new ReportBuilder()
            .reference(
                new Reference(
                    "so(2)",
                    1,
                    new double[0],
                    new double[0],
                    Optional.of(new double[] {0, Double.POSITIVE_INFINITY}),
                    Optional.empty()))
            .build();

    assertThatThrownBy(() -> ReportHtml.toString(infinite))
        .isInstanceOf(OutputException.class)
        .hasMessageContainingAll("LIEGG-REPORT-NOT-FINITE", "reference.angleInterval[1]");
  }
}
