package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.LayerReport.Layer;
import org.liegg.api.report.LayerReport.Result;
import org.liegg.report.text.Numbers;

/** The symmetries of layers as a table for a terminal, first layer first. */
public final class LayersText {
  private static final int LONGEST_NAME = 28;

  private final TextStyle style;

  /**
   * @param columns width of the terminal
   * @param colour whether to use ANSI colours
   * @param unicode whether characters beyond ASCII may be used
   */
  public LayersText(int columns, boolean colour, boolean unicode) {
    this.style = new TextStyle(columns, colour, unicode);
  }

  /** The whole table, ending with a line feed. */
  public String format(LayerReport report) {
    boolean reference = report.reference().isPresent();
    List<String[]> rows = new ArrayList<>();
    List<String> header =
        new ArrayList<>(List.of("layer", "kind", "size", "dimension", "smallest"));
    report
        .reference()
        .ifPresent(
            name -> {
              header.add("angle");
              header.add("worst of " + name);
            });
    rows.add(header.toArray(String[]::new));
    report.layers().forEach(layer -> rows.add(row(layer, reference)));
    List<String> lines = new ArrayList<>();
    lines.addAll(
        style.wrap(
            "Symmetries of %s under %s, layer by layer: directions with a defect ≤ %s, the smallest defect%s."
                .formatted(
                    report.model(),
                    report.action(),
                    Numbers.chosen(report.tolerance()),
                    reference ? ", the largest angle to the reference, and its worst defect" : ""),
            0));
    lines.add("");
    int[] widths = widths(rows);
    for (int r = 0; r < rows.size(); r++) {
      String line = line(rows.get(r), widths);
      lines.add(r == 0 ? style.bold(line) : line);
      if (r > 0) {
        Optional<String> failure = report.layers().get(r - 1).failure();
        failure.ifPresent(
            text ->
                style.wrap("    " + text, 4).forEach(wrapped -> lines.add(style.yellow(wrapped))));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String[] row(Layer layer, boolean reference) {
    List<String> cells = new ArrayList<>();
    cells.add(shortened(layer.name()));
    cells.add(shortened(layer.kind()));
    cells.add(Integer.toString(layer.outputs()));
    if (layer.result().isEmpty()) {
      cells.add(style.either("–", "-"));
      return cells.toArray(String[]::new);
    }
    Result result = layer.result().get();
    cells.add(
        result.dimension()
            + result
                .interval()
                .map(bounds -> " [%d, %d]".formatted(bounds[0], bounds[1]))
                .orElse(""));
    cells.add(result.smallestDefect().map(Numbers::shown).orElse("insensitive"));
    if (reference) {
      cells.add(result.largestAngle().map(Numbers::degrees).orElse(style.either("–", "-")));
      cells.add(
          result
              .reference()
              .map(
                  found ->
                      "%s [%s, %s]"
                          .formatted(
                              Numbers.shown(found.worst()),
                              Numbers.shown(found.worstInterval()[0]),
                              Numbers.shown(found.worstInterval()[1])))
              .orElse(style.either("–", "-")));
    }
    return cells.toArray(String[]::new);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NAME
        ? text
        : "…" + text.substring(text.length() - LONGEST_NAME + 1);
  }

  private int[] widths(List<String[]> rows) {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], style.text(row[i]).length());
      }
    }
    return widths;
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < row.length; i++) {
      String cell = style.text(row[i]);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
