package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.service.Given;

/** What judges pages finds what is wrong with one. */
@ExtendWith(BrowserExtension.class)
class JudgedTest {

  @Test
  void findsWhatCannotBeRead(@TempDir Path folder, Browser browser) {
    String page =
        """
        <!doctype html><html lang="en"><head><title>Wrong</title><meta name="color-scheme" content="light dark">
        <style>@media (prefers-color-scheme: dark) { p { color: #555; background: #444 } }</style></head>
        <body><main><h1>Wrong</h1><p>Grey on grey</p><div style="width: 500px">Wide</div></main></body></html>
        """;
    browser.open(Given.write(folder.resolve("wrong.html"), page).toUri());

    assertThatThrownBy(() -> Judged.page(browser, "wrong"))
        .hasMessageContaining("beyond the window of wrong-390-dark")
        .hasMessageContaining("axe on wrong-390-dark")
        .hasMessageContaining("color-contrast")
        .message()
        .doesNotContain("wrong-768-light", "beyond the window of wrong-768-dark");
  }
}
