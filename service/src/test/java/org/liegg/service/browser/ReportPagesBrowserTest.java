package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.LayerReport.Layer;
import org.liegg.api.report.LayerReport.Result;
import org.liegg.api.report.SymmetryReport;
import org.liegg.client.Analysis;
import org.liegg.report.LayersHtml;
import org.liegg.service.Given;

/** Pages that stand alone: reports, comparisons and layers, each drawn without a fault. */
@ExtendWith(BrowserExtension.class)
class ReportPagesBrowserTest {

  @Test
  void reportsAreForEverybody(Browser browser, StockedService service) {
    judgeReport(browser, service, service.first(), "report-check");
    judgeReport(browser, service, service.broken(), "report-broken");
    judgeReport(browser, service, service.open(), "report-open");
  }

  private static void judgeReport(
      Browser browser, StockedService service, Analysis run, String name) {
    judge(browser, service.at("/api/v1/analyses/%s/report.html".formatted(run.id())), name);
  }

  @Test
  void comparisonsAreForEverybody(Browser browser, StockedService service) {
    judge(
        browser,
        service.at(
            "/api/v1/compare.html?before=%s&after=%s"
                .formatted(service.first().id(), service.broken().id())),
        "comparison");
  }

  @Test
  void layersAreForEverybody(@TempDir Path folder, Browser browser, StockedService service) {
    List<Layer> layers =
        List.of(
            layer("dense_1", service, service.broken()),
            layer("dense_2", service, service.open()),
            layer("output", service, service.first()),
            new Layer(
                "lambda", "Lambda", 3, Optional.empty(), Optional.of("It has no derivative.")));
    LayerReport report =
        new LayerReport(
            LayerReport.SCHEMA, "net.h5", "x.npy", "gl(3)", Optional.empty(), 0.01, layers);
    Path page = Given.write(folder.resolve("layers.html"), LayersHtml.toString(report));

    judge(browser, page.toUri(), "layers");
  }

  private static Layer layer(String name, StockedService service, Analysis run) {
    SymmetryReport report = service.running().client().report(run.id());
    return new Layer(name, "Dense", 8, Optional.of(Result.of(report)), Optional.empty());
  }

  private static void judge(Browser browser, URI address, String name) {
    browser.open(address);
    browser.find("h1.verdict");
    browser.find(".plot svg");
    assertThat(browser.find("main").getText()).doesNotContain("could not be drawn");

    Judged.page(browser, name);
  }
}
