package org.liegg.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The files that every page holds: template, style, the library that draws, and the script. Pages
 * that are put together elsewhere draw and look the same by them.
 */
public final class PageAssets {
  private static final String LIBRARY = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
  private static final String LICENSE = "/* d3, Copyright Mike Bostock, ISC License. */\n";

  /** In the order in which they use each other. */
  private static final List<String> PICTURES =
      List.of("base.js", "charts.js", "report.js", "moved.js");

  private static final List<String> PAGE = List.of("study.js", "page.js");

  private PageAssets() {}

  static String template() {
    return resource("page.mustache");
  }

  /** The style sheet: colours as variables, light, dark and on paper. */
  public static String style() {
    return "\n" + resource("page.css");
  }

  /** The library that draws. */
  public static String library() {
    return "\n" + LICENSE + resource(LIBRARY).replace("</script", "<\\/script");
  }

  /**
   * The script that draws a report, for a page of another make: {@code showReport(report)} says
   * which one, {@code new Picture(element, plots.spectrum)} draws into an element. It needs the
   * library, and does nothing before it is asked to.
   */
  public static String pictures() {
    return joined(PICTURES);
  }

  static String script() {
    return joined(PICTURES) + joined(PAGE);
  }

  private static String joined(List<String> scripts) {
    return scripts.stream().map(PageAssets::resource).collect(Collectors.joining("", "\n", ""));
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
