package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liegg.client.Analysis;
import org.liegg.service.Given;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What people do with the dashboard, from the upload of a model to the end of a run. */
@ExtendWith(BrowserExtension.class)
class DashboardBrowserTest {

  @Test
  void startsARunThatIsWatchedUntilItIsDone(Browser browser, StockedService service) {
    browser.open(service.at("/new"));
    upload(browser, Given.distance(service.folder(), 3), Given.samples(service.folder(), 300));
    browser.labelled("Candidate symmetries").sendKeys("gl(3)");
    browser.run("window.loaded = 'once'");
    browser.called("Start the run").click();

    browser.find("main .chip", "symmetric");

    assertThat(browser.address().getPath()).startsWith("/runs/");
    assertThat(browser.run("return window.loaded")).isEqualTo("once");
    assertThat(browser.find("main .verdict").getText())
        .isEqualTo("Symmetric: 3 of 9 candidate directions are symmetries. Their algebra: so(3).");
    assertThat(browser.find("main .figures", "gl(3)").getText())
        .contains("distance3.formula", "x300.csv");
    assertThat(browser.find("#status", "symmetric")).isNotNull();
    assertThat(generators(browser)).hasSize(3);
  }

  private static void upload(Browser browser, Path model, Path data) {
    browser.find("fieldset .zone");
    List<WebElement> fields = browser.all("input[type=file]", 2);
    fields.get(0).sendKeys(model.toString());
    browser.find("fieldset .note", model.getFileName() + " is uploaded.");
    fields.get(1).sendKeys(data.toString());
    browser.find("fieldset .note", data.getFileName() + " is uploaded.");
  }

  /** The grids of the picture, by the words above them. */
  private static List<WebElement> generators(Browser browser) {
    return browser.all("[aria-label^='Entries of every generator'] .tile svg", 3);
  }

  @Test
  void saysWhatIsMissingBesideTheForm(Browser browser, StockedService service) {
    browser.open(service.at("/new"));
    browser.called("Start the run").click();

    assertThat(browser.find("main .error").getText()).isEqualTo("Choose a model, or upload one.");
    assertThat(browser.find("select[aria-invalid=true]")).isEqualTo(browser.focused());
  }

  @Test
  void showsWhatTheServiceRefusesAndTheFieldThatItIsAbout(Browser browser, StockedService service) {
    browser.open(service.at("/new?like=" + service.first().id()));
    WebElement action = browser.labelled("Candidate symmetries");
    browser.find("option[value='" + service.first().request().model().id().orElseThrow() + "']");
    action.clear();
    action.sendKeys("gl(three)");
    browser.called("Start the run").click();

    assertThat(browser.find("main .error").getText()).contains("LIEGG-ACTION");
    assertThat(browser.focused()).isEqualTo(action);
    assertThat(browser.complaints()).hasSize(1).first().asString().contains("422");
  }

  @Test
  void movesASampleByTheKeyboard(Browser browser, StockedService service) {
    browser.open(service.at(service.first()));
    browser.find(".stage svg");
    WebElement slider = browser.labelled("t");
    String before = browser.find("section:has(.slider) > .readout").getText();

    browser.tabTo(".slider");
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    String after = browser.otherThan(before, "section:has(.slider) > .readout");
    assertThat(slider).isEqualTo(browser.focused());
    assertThat(after).startsWith("t = ").contains("turns", "away from what is expected");
    assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo(after.replaceFirst(":.*", ""));
    assertThat(Integer.parseInt(Objects.requireNonNull(slider.getDomProperty("value"))))
        .isEqualTo(22);
  }

  @Test
  void readsValuesOfAPictureByTheKeyboard(Browser browser, StockedService service) {
    browser.open(service.at(service.first()));
    browser.find(".stage svg");
    browser.tabTo("[aria-label^='Defect of every direction']");
    browser.press(Keys.ARROW_RIGHT);

    assertThat(browser.find("[aria-label^='Defect of every direction'] + .readout").getText())
        .containsIgnoringCase("defect");
  }

  @Test
  void opensTheReport(Browser browser, StockedService service) {
    browser.open(service.at(service.first()));
    browser.called("Full report (new tab)").click();

    browser.inNewTab(
        () -> {
          assertThat(browser.find("h1.verdict").getText()).contains("so(3)");
          browser.find("[data-plot=defects] svg");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void comparesTwoRuns(Browser browser, StockedService service) {
    browser.open(service.at("/"));
    for (Analysis run : List.of(service.second(), service.first())) {
      browser.find("[data-id='%s'] input[type=checkbox]".formatted(run.id())).click();
    }
    browser.find(".bar", "Two runs are chosen.");
    browser.called("Compare").click();

    assertThat(browser.find("main .verdict").getText()).isEqualTo("Nothing changed beyond noise.");
    assertThat(browser.address().getQuery())
        .isEqualTo("before=%s&after=%s".formatted(service.first().id(), service.second().id()));
    browser.called("Full comparison (new tab)").click();
    browser.inNewTab(() -> browser.find("h1.verdict"));
  }

  @Test
  void hasTheHistoryOfAModel(Browser browser, StockedService service) {
    browser.open(service.at("/models"));
    browser.called("distance").click();

    browser.find("h1", "distance");
    assertThat(browser.all("tbody tr", 2))
        .extracting(row -> row.getText().split("\\s", 2)[0])
        .containsExactly("1.1", "1.0");
    assertThat(browser.find(".plot svg").isDisplayed()).isTrue();
    browser.find("tbody a").click();
    browser.find("h1", "distance 1.1");
  }

  @Test
  void cancelsALongRun(Browser browser, StockedService service) {
    Path model = Given.slow(service.folder(), 3000);
    String id =
        service
            .running()
            .client()
            .create(service.running().request(model, Given.samples(service.folder(), 20_000)))
            .id();
    browser.open(service.at("/runs/" + id));
    browser.find("main .chip", "running");
    browser.find("main progress");
    browser.called("Cancel the run").click();

    browser.find("main .chip", "cancelled");
    assertThat(browser.called("Start another like this").isDisplayed()).isTrue();
  }

  @Test
  void showsWhyARunFailed(Browser browser, StockedService service) {
    browser.open(service.at(service.failed()));

    assertThat(browser.find("main .chip").getText()).isEqualTo("failed");
    assertThat(browser.find("main .error code").getText())
        .isEqualTo(service.failed().error().orElseThrow().code());
  }

  @Test
  void doesNotCallOpenWhatTheSamplesCannotTell(Browser browser, StockedService service) {
    browser.open(service.at(service.open()));

    WebElement chip = browser.find("main .chip", "not enough evidence");
    assertThat(chip.getDomAttribute("class")).contains("open").doesNotContain("good");
    assertThat(browser.find("main .verdict").getText()).startsWith("Not enough evidence");
  }

  @Test
  void saysWhereACheckBreaks(Browser browser, StockedService service) {
    browser.open(service.at(service.broken()));

    browser.find("main .chip", "does not hold");
    assertThat(browser.find("main section", "Where it breaks").isDisplayed()).isTrue();
  }

  @Test
  void filtersRunsAndKeepsItInTheAddress(Browser browser, StockedService service) {
    browser.open(service.at("/"));
    browser.find(".card");
    new Select(browser.labelled("State")).selectByValue("failed");

    browser.all(".card", 1);
    assertThat(browser.find(".card").getDomAttribute("data-id")).isEqualTo(service.failed().id());
    assertThat(browser.address().getQuery()).isEqualTo("state=failed");
    browser.reload();
    assertThat(browser.find(".card").getText()).contains("failed");
    browser.all(".card", 1);
  }

  @Test
  void goesBackAndForthWithoutLoading(Browser browser, StockedService service) {
    browser.open(service.at("/"));
    browser.find(".card");
    browser.run("window.loaded = 'once'");
    browser.called("About").click();
    browser.find("h1", "About");
    assertThat(browser.focused()).isEqualTo(browser.find("h1"));
    browser.back();
    browser.find("h1", "Runs");

    assertThat(browser.run("return window.loaded")).isEqualTo("once");
  }

  @Test
  void saysThatThereIsNoSuchRun(Browser browser, StockedService service) {
    browser.open(service.at("/runs/none"));

    assertThat(browser.find("main .error").getText()).contains("LIEGG-");
    assertThat(browser.complaints()).hasSize(1).first().asString().contains("404");
  }
}
