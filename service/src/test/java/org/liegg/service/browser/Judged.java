package org.liegg.service.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.liegg.service.browser.Browser.Look;

/**
 * A page as people of other eyes and windows meet it: at three widths and in both schemes of
 * colours, with everything open that can be opened.
 */
final class Judged {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final List<Look> LOOKS =
      Stream.of(390, 768, 1280)
          .flatMap(width -> Stream.of("light", "dark").map(scheme -> new Look(width, scheme)))
          .toList();
  private static final String AXE = text("/axe.min.js");

  /** Rules that a page breaks, and the first elements that break them. */
  private static final String VIOLATIONS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ["violations"]}).then(
          ({violations}) => done(violations.map(({id, help, nodes}) =>
              `${id}: ${help}: ${nodes.slice(0, 3).map(n => n.html + " " + n.failureSummary).join("; ")}`)),
          error => done(["axe: " + error]));
      """;

  /** Elements that reach beyond the window, unless something around them scrolls or hides. */
  private static final String OVERFLOWING =
      """
      const {scrollWidth, clientWidth} = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [`${scrollWidth} px in ${clientWidth} px`, ...[...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().right > clientWidth + 1)
          .slice(0, 5).map(e => e.outerHTML.slice(0, 160))];
      """;

  private Judged() {}

  /** Judges the page that is shown, and leaves a picture of every look under this name. */
  static void page(Browser browser, String name) {
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })");
    browser.run(AXE);
    SoftAssertions all = new SoftAssertions();
    for (Look look : LOOKS) {
      browser.inLook(look);
      String called = "%s-%d-%s".formatted(name, look.width(), look.scheme());
      all.assertThat(list(browser.run(OVERFLOWING))).as("beyond the window of " + called).isEmpty();
      all.assertThat(list(browser.await(VIOLATIONS))).as("axe on " + called).isEmpty();
      keep(called, browser.picture());
    }
    all.assertAll();
  }

  private static List<?> list(Object found) {
    return (List<?>) found;
  }

  private static void keep(String name, String picture) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = requireNonNull(Judged.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
