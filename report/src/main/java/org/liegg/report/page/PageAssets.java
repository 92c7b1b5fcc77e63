package org.liegg.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The files that every page holds: template, style, the library that draws, and the script. */
final class PageAssets {
  private static final String LIBRARY = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
  private static final String LICENSE = "/* d3, Copyright Mike Bostock, ISC License. */\n";

  /** In the order in which they use each other. */
  private static final List<String> SCRIPTS =
      List.of("base.js", "charts.js", "report.js", "moved.js", "study.js", "page.js");

  private PageAssets() {}

  static String template() {
    return resource("page.mustache");
  }

  static String style() {
    return "\n" + resource("page.css");
  }

  static String library() {
    return "\n" + LICENSE + resource(LIBRARY).replace("</script", "<\\/script");
  }

  static String script() {
    return SCRIPTS.stream().map(PageAssets::resource).collect(Collectors.joining("", "\n", ""));
  }

  /** A line ends in a line feed, whatever checked it out: hashes are of what a browser reads. */
  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
