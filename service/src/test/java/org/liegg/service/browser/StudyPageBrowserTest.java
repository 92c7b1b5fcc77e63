package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.report.StudyHtml;
import org.liegg.service.Given;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a study of 60 networks, of which three diverged: every network can be reached. */
@ExtendWith(BrowserExtension.class)
class StudyPageBrowserTest {
  private static final Path STUDY = Path.of("../docs/studies/o5.json");
  private static final String MAPS = "[data-plot=maps]";
  private static final int FIELDS = 20;
  private static final int MEASURES = 4;

  @TempDir Path folder;

  @BeforeEach
  void open(Browser browser) {
    browser.open(Given.write(folder.resolve("study.html"), StudyHtml.toString(study())).toUri());
    browser.find(MAPS + " svg");
  }

  /** That of the documentation, with a field that diverged, and tracks and orbits of others. */
  private static String study() {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode study = (ObjectNode) json.readTree(STUDY.toFile());
      ArrayNode cells = (ArrayNode) study.path("cells");
      for (int i = 0; i < 3; i++) {
        ((ObjectNode) cells.get(i)).put("status", "diverged").remove("findings");
        tracked((ObjectNode) cells.get(3 + i), i);
      }
      ((ObjectNode) cells.get(6))
          .set(
              "orbits",
              json.readTree(
                  """
                  [{"generator": 0, "sample": 0, "shape": [], "t": [-1, 0, 1], "inputs": [[1, 2, 3], [2, 3, 1], [3, 1, 2]],
                    "outputs": [[0.5], [0.5], [0.6]]}]
                  """));
      return study.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tracked(ObjectNode cell, int seed) {
    ArrayNode track = cell.putArray("track");
    for (int epoch = 1; epoch <= 3; epoch++) {
      track
          .addObject()
          .put("epoch", epoch)
          .putObject("findings")
          .put("testError", (1.0 + seed) / epoch)
          .put("varianceMean", 0.1 / epoch)
          .put("referenceDefectMean", 0.01 / epoch)
          .put("largestAngle", 3.0 / epoch)
          .put("dimension", 10);
    }
  }

  @Test
  void isForEverybody(Browser browser) {
    assertThat(browser.find("main").getText()).doesNotContain("could not be drawn");

    Judged.page(browser, "study");
  }

  @Test
  void everyFieldIsReachedByTheKeyboard(Browser browser) {
    browser.tabTo(MAPS);
    Set<String> read = new LinkedHashSet<>();
    for (int field = 0; field < FIELDS * MEASURES; field++) {
      browser.press(Keys.ARROW_RIGHT);
      read.add(browser.find(MAPS + " + .readout").getText());
    }

    assertThat(read)
        .hasSize(FIELDS * MEASURES)
        .allMatch(words -> words.matches("[12346] hidden, budget \\d+: .*"))
        .contains("1 hidden, budget 1500: test error diverged; 3 without a result")
        .anyMatch(words -> words.startsWith("6 hidden, budget 40000: largest angle, °"));
  }

  @Test
  void aFieldOpensItsNetworksInTheTable(Browser browser) {
    browser.tabTo(MAPS);
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);

    assertThat(browser.all("tr.chosen", 3))
        .extracting(WebElement::getText)
        .allMatch(row -> row.contains("4") && row.contains("done"));
    assertThat(browser.focused()).isEqualTo(browser.find("tr.chosen"));
    browser.press(Keys.ESCAPE);
    assertThat(browser.focused()).isEqualTo(browser.find(MAPS));
  }

  @Test
  void aPointOpensItsNetworkByAClick(Browser browser) {
    browser.find("[data-plot=scatter] svg");
    List<WebElement> points = browser.all("[data-plot=scatter] svg path[transform]");
    points.get(points.size() - 1).click();

    assertThat(browser.all("tr.chosen", 1).get(0)).isEqualTo(browser.focused());
  }
}
