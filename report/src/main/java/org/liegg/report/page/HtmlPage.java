package org.liegg.report.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liegg.api.Printable;

/**
 * One self-contained page: no request leaves it, and nothing runs in it but its own script, which
 * its content security policy enforces by hashes. Tables hold what pictures show, so that it reads
 * without a script, and without eyes.
 */
public final class HtmlPage {
  /** Whatever a page shows is printable. */
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().withEscaper(text -> Escapers.HTML.escape(Printable.message(text)));

  private final Map<String, Object> context = new LinkedHashMap<>();

  /** How the answer is coloured; the words say it too. */
  public enum Tone {
    /** Yes. */
    GOOD,
    /** No. */
    BAD,
    /** Not settled. */
    OPEN
  }

  /**
   * A page.
   *
   * @param kind what sort of page, e.g. {@code Symmetry report}
   * @param title of the window
   * @param data JSON for the pictures, of printable characters
   */
  public HtmlPage(String kind, String title, String data) {
    context.put("kind", kind);
    context.put("title", title);
    // No text of the data ends the script element, or begins a comment in it.
    context.put("data", data.replace("<", "\\u003c"));
  }

  /**
   * A number that stands at the top.
   *
   * @param label what it is
   * @param value in the words of the page
   */
  public record Figure(String label, String value) {}

  /**
   * The page as HTML.
   *
   * @param tone of the answer
   * @param verdict the answer in a sentence
   * @param figures that it rests on
   * @param sections in their order
   */
  public String of(Tone tone, String verdict, List<Figure> figures, List<HtmlSection> sections) {
    context.put("verdictClass", tone.name().toLowerCase(Locale.ROOT));
    context.put("verdict", verdict);
    context.put("figures", figures);
    context.put("sections", sections);
    String style = PageAssets.style();
    String library = PageAssets.library();
    String script = PageAssets.script();
    context.put("policy", ContentPolicy.of(List.of(library, script), List.of(style)));
    context.put("style", style);
    context.put("library", library);
    context.put("script", script);
    Template template = COMPILER.compile(PageAssets.template());
    return template.execute(context);
  }
}
