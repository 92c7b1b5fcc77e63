package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.service.RunningService;
import org.openqa.selenium.Keys;

/** A service that has a token shows its pages to those who give it. */
@ExtendWith(BrowserExtension.class)
class LoginBrowserTest {
  private static final String TOKEN = "correct-horse-battery-staple";

  @TempDir static Path folder;
  private static RunningService running;

  @BeforeAll
  static void start() {
    running =
        RunningService.in(folder, settings -> settings.with(settings.network().withToken(TOKEN)));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void asksForTheTokenOnceAndForgetsItWhenToldTo(Browser browser) {
    URI about = running.address().resolve("/about");
    browser.open(about);
    browser.find("h1", "Log in");
    Judged.page(browser, "dashboard-login");

    browser.labelled("Token").sendKeys("a wrong one", Keys.ENTER);
    browser.find("main .error", "This is not the service's token.");
    browser.press(TOKEN, Keys.ENTER);
    browser.find("h1", "About");
    assertThat(browser.address()).isEqualTo(about);
    assertThat(browser.run("return document.cookie")).isEqualTo("");
    browser.reload();
    browser.find("main table");

    browser.called("Log out").click();
    browser.find("h1", "Log in");
    assertThat(browser.complaints()).isNotEmpty().allMatch(each -> each.contains("401"));
  }
}
