package org.liegg.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.liegg.api.Printable;

/**
 * One self-contained page: no request leaves it, which its content security policy enforces. Tables
 * hold what pictures show, so that it reads without a script, and without eyes.
 */
final class HtmlPage {
  private static final String LIBRARY = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

  /** Whatever a page shows is printable. */
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().withEscaper(text -> Escapers.HTML.escape(Printable.message(text)));

  private final Map<String, Object> context = new LinkedHashMap<>();

  /** How the answer is coloured; the words say it too. */
  enum Tone {
    GOOD,
    BAD,
    OPEN
  }

  /**
   * A page.
   *
   * @param kind what sort of page, e.g. {@code Symmetry report}
   * @param title of the window
   * @param data JSON for the pictures
   */
  HtmlPage(String kind, String title, String data) {
    context.put("kind", kind);
    context.put("title", title);
    // No text of the data ends the script element, or begins a comment in it.
    context.put("data", PrintableJson.visible(data).replace("<", "\\u003c"));
  }

  /** A number that stands at the top. */
  record Figure(String label, String value) {}

  String of(Tone tone, String verdict, List<Figure> figures, List<HtmlSection> sections) {
    context.put("verdictClass", tone.name().toLowerCase(Locale.ROOT));
    context.put("verdict", verdict);
    context.put("figures", figures);
    context.put("sections", sections);
    context.put("style", resource("page.css"));
    context.put("library", resource(LIBRARY).replace("</script", "<\\/script"));
    context.put("script", resource("page.js"));
    Template template = COMPILER.compile(resource("page.mustache"));
    return template.execute(context);
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
