package org.liegg.service.browser;

import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the dashboard can be read and used at every width and in both schemes. */
@ExtendWith(BrowserExtension.class)
class PagesBrowserTest {

  /** A page, and what is on it once it has all that it shows. */
  enum Page {
    RUNS("/", ".spark"),
    NEW("/new", "select option:nth-child(2)"),
    CHECK(s -> "/runs/" + s.first().id(), ".stage svg"),
    BROKEN(s -> "/runs/" + s.broken().id(), "[aria-label^='Worst defect of every part'] svg"),
    OPEN(s -> "/runs/" + s.open().id(), ".stage svg"),
    FAILED(s -> "/runs/" + s.failed().id(), "main .error"),
    COMPARE(
        s -> "/compare?before=%s&after=%s".formatted(s.first().id(), s.broken().id()),
        "main .error, .plot svg"),
    COMPARE_ALIKE(
        s -> "/compare?before=%s&after=%s".formatted(s.first().id(), s.second().id()), ".plot svg"),
    MODELS("/models", ".card .chip"),
    MODEL("/models/distance", ".plot svg"),
    ABOUT("/about", "main table");

    private final Function<StockedService, String> address;
    private final String whole;

    Page(String address, String whole) {
      this(service -> address, whole);
    }

    Page(Function<StockedService, String> address, String whole) {
      this.address = address;
      this.whole = whole;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isForEverybody(Page page, Browser browser, StockedService service) {
    browser.open(service.at(page.address.apply(service)));
    browser.findHidden(page.whole);

    Judged.page(browser, "dashboard-" + page.name().toLowerCase(Locale.ROOT));
  }
}
