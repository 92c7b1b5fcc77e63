package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.notebook.Notebook;

class NotebookTest {
  private static final SymmetryReport REPORT = EvidenceReport.full();

  @Test
  void aCellHoldsTheWholePageInASandbox() {
    Document cell = Jsoup.parseBodyFragment(Notebook.html(REPORT));

    assertThat(cell.body().children()).hasSize(1);
    Element frame = cell.body().child(0);
    assertThat(frame.tagName()).isEqualTo("iframe");
    assertThat(frame.attr("srcdoc")).isEqualTo(ReportHtml.toString(REPORT));
    assertThat(frame.attr("sandbox").split(" "))
        .contains("allow-scripts")
        .doesNotContain("allow-same-origin", "allow-top-navigation");
    assertThat(frame.attr("style")).contains("height:800px");
  }

  @Test
  void noPageEndsItsFrame() {
    String page = "<p title=\"a\">&quot;></iframe><script>alert('%d')</script>";

    Document cell = Jsoup.parseBodyFragment(Notebook.frame(page, 50));

    assertThat(cell.select("script")).isEmpty();
    assertThat(cell.select("iframe").attr("srcdoc")).isEqualTo(page);
  }

  @Test
  void theTextIsThatOfACommandWithoutColours() {
    assertThat(Notebook.text(REPORT))
        .isEqualTo(new ReportText(100, false, true).format(REPORT))
        .doesNotContain("\u001b");
  }

  @Test
  void aBundleHasBothKinds() {
    assertThat(Notebook.bundle(REPORT)).containsOnlyKeys("text/plain", "text/html");
    assertThat(Notebook.bundle(REPORT))
        .containsEntry(Notebook.TEXT, Notebook.text(REPORT))
        .containsEntry(Notebook.HTML, Notebook.html(REPORT));
  }
}
