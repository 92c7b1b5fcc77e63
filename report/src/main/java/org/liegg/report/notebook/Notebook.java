package org.liegg.report.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportText;

/**
 * Reports for the cells of a notebook, whichever kernel shows them: what it takes is a text and the
 * name of its kind.
 *
 * <pre>{@code
 * display(Notebook.html(report), "text/html");   // JJava, IJava
 * HTML(Notebook.html(report))                    // Kotlin
 * }</pre>
 *
 * A page is a whole document with scripts. In a cell it stands in a frame of its own, in a sandbox
 * that neither reaches the notebook nor the network.
 */
public final class Notebook {
  /** The kind of {@link #text}. */
  public static final String TEXT = "text/plain";

  /** The kind of {@link #html}. */
  public static final String HTML = "text/html";

  private static final int COLUMNS = 100;
  private static final int HEIGHT = 800;

  private Notebook() {}

  /** The report's page in a frame. */
  public static String html(SymmetryReport report) {
    return frame(ReportHtml.toString(report), HEIGHT);
  }

  /** The report as the command prints it, without colours. */
  public static String text(SymmetryReport report) {
    return new ReportText(COLUMNS, false, true).format(report);
  }

  /** Both, by their kinds, for kernels that choose: {@link #TEXT} first. */
  public static Map<String, String> bundle(SymmetryReport report) {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(TEXT, text(report));
    kinds.put(HTML, html(report));
    return Collections.unmodifiableMap(kinds);
  }

  /**
   * Any page in a frame, e.g. of {@link org.liegg.report.ComparisonHtml}.
   *
   * @param page a whole document
   * @param height of the frame, in pixels; a longer page is scrolled
   */
  public static String frame(String page, int height) {
    return "<iframe sandbox=\"allow-scripts allow-downloads\" style=\"width:100%%;height:%dpx;border:0\" srcdoc=\"%s\"></iframe>"
        .formatted(height, page.replace("&", "&amp;").replace("\"", "&quot;"));
  }
}
