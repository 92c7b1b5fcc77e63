package org.liegg.service.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the dashboard can be read and used at every width and in both schemes. */
@ExtendWith(BrowserExtension.class)
class PagesBrowserTest {

  /**
   * A page.
   *
   * @param name of its pictures
   * @param address where it is; names stand for runs
   * @param whole what is on it once it has all that it shows
   */
  record Page(String name, String address, String whole) {}

  static Stream<Page> pages() {
    return Stream.of(
        new Page("runs", "/", ".spark"),
        new Page("new", "/new", "select option:nth-child(2)"),
        new Page("check", "/runs/FIRST", ".stage svg"),
        new Page("broken", "/runs/BROKEN", "[aria-label^='Worst defect of every part'] svg"),
        new Page("open", "/runs/OPEN", ".stage svg"),
        new Page("failed", "/runs/FAILED", "main .error"),
        new Page("worse", "/compare?before=FIRST&after=BROKEN", ".plot svg"),
        new Page("alike", "/compare?before=FIRST&after=SECOND", ".plot svg"),
        new Page("models", "/models", ".card .chip"),
        new Page("model", "/models/distance", ".plot svg"),
        new Page("about", "/about", "main table"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isForEverybody(Page page, Browser browser, StockedService service) {
    String path =
        page.address()
            .replace("FIRST", service.first().id())
            .replace("SECOND", service.second().id())
            .replace("BROKEN", service.broken().id())
            .replace("OPEN", service.open().id())
            .replace("FAILED", service.failed().id());
    browser.open(service.at(path));
    browser.findHidden(page.whole());

    Judged.page(browser, "dashboard-" + page.name());
  }
}
