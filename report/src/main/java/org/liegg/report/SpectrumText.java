package org.liegg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.text.Numbers;

/**
 * The spectrum as a table with a bar a line: singular value, symmetry variance, and the defect,
 * which decides and has the bar. Each column descends by itself.
 */
final class SpectrumText {
  /** Spectra up to this length are shown whole. */
  private static final int WHOLE = 36;

  private static final int LARGEST = 3;
  private static final int SMALLEST = 30;
  private static final int AROUND_CUT = 3;
  private static final int COLUMN = 10;
  private static final int WIDEST_BAR = 40;

  private final TextStyle style;
  private final SymmetryReport report;
  private final double[] defect;
  private final int rows;
  private final int index;
  private final LogBar bar;

  SpectrumText(TextStyle style, SymmetryReport report) {
    this.style = style;
    this.report = report;
    this.defect = report.spectrum().defect();
    this.rows =
        Math.max(
            report.action().dimension(),
            Math.max(defect.length, report.spectrum().singularValues().length));
    this.index = Math.max(3, Integer.toString(rows).length() + 1);
    int room = style.width() - index - 3 * COLUMN - 2;
    this.bar =
        new LogBar(
            defect.length > 0
                ? Arrays.copyOf(defect, defect.length - RoundingText.zeros(report))
                : report.spectrum().singularValues(),
            Math.max(0, Math.min(WIDEST_BAR, room)),
            style.unicode());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold("Spectrum"));
    if (rows == 0) {
      lines.add("  empty: the action has no directions");
      return lines;
    }
    lines.add(style.dim(header()));
    int cut = rows - report.nullspace().dimension();
    int gap = rows - report.nullspace().largestGapDimension();
    int next = 0;
    for (int row : shownRows(cut)) {
      if (row > next) {
        lines.add(style.dim(style.text(" ".repeat(index) + "  … %s more …".formatted(row - next))));
      }
      if (row == cut) {
        lines.add(style.green(rule('─', cutLabel())));
      }
      if (row == gap && gap != cut) {
        lines.add(style.dim(rule('┄', "largest gap of σ")));
      }
      lines.add(line(row, row >= cut));
      next = row + 1;
    }
    lines.addAll(style.wrap(note(), 0));
    RoundingText.of(report).ifPresent(zeros -> lines.addAll(style.wrap(zeros, 0)));
    IsolationText.steps(report.nullspace()).ifPresent(steps -> lines.addAll(style.wrap(steps, 0)));
    return lines;
  }

  private String header() {
    String values = "%" + index + "s%" + COLUMN + "s%" + COLUMN + "s%" + COLUMN + "s";
    String columns =
        String.format(
            Locale.ROOT,
            values,
            "#",
            style.either("σ", "sigma"),
            style.either("σ²/N", "sigma^2/N"),
            "defect");
    return style.text(columns + bar.legend(defect.length > 0 ? "" : "σ, "));
  }

  private String line(int row, boolean symmetry) {
    String values =
        pad(Integer.toString(row + 1), index)
            + pad(fromEnd(report.spectrum().singularValues(), row), COLUMN)
            + pad(fromEnd(report.spectrum().symmetryVariance(), row), COLUMN)
            + pad(fromEnd(defect, row), COLUMN);
    double[] shown = defect.length > 0 ? defect : report.spectrum().singularValues();
    int at = row - rows + shown.length;
    String drawn = at < 0 ? "" : bar.of(shown[at]);
    if (defect.length > 0 && row >= rows - report.nullspace().trivial()) {
      drawn = "insensitive";
    } else if (defect.length > 0 && row >= rows - RoundingText.zeros(report)) {
      drawn = "rounding";
    }
    if (drawn.isEmpty()) {
      return values;
    }
    return values + "  " + (symmetry ? style.green(drawn) : style.cyan(drawn));
  }

  /** The lists end together: where the largest values were not computed, those are missing. */
  private String fromEnd(double[] values, int row) {
    int at = row - rows + values.length;
    return at < 0 ? style.text("–") : Numbers.shown(values[at]);
  }

  private String cutLabel() {
    int dimension = report.nullspace().dimension();
    return "%s: defect ≤ %s"
        .formatted(
            dimension == 1 ? "1 symmetry" : dimension + " symmetries",
            Numbers.chosen(report.nullspace().tolerance()));
  }

  private String rule(char stroke, String label) {
    String shown = style.text(" " + label + " ");
    String unit = style.text(String.valueOf(stroke));
    int length = Math.min(style.width(), index + 3 * COLUMN + 2 + bar.width());
    int rest = Math.max(0, length - index - shown.length());
    return " ".repeat(index - 2) + unit.repeat(2) + shown + unit.repeat(rest);
  }

  private String note() {
    int dimension = report.nullspace().dimension();
    int gapDimension = report.nullspace().largestGapDimension();
    String gap =
        report
            .nullspace()
            .gap()
            .map(
                ratio ->
                    "The smallest defect above the cut is %s times the largest below. "
                        .formatted(Numbers.shown(ratio)))
            .orElse("");
    return gap
        + (gapDimension == dimension
            ? "The largest gap of σ says %d as well.".formatted(dimension)
            : "The largest gap of σ would say %d; the defect decides.".formatted(gapDimension));
  }

  private Set<Integer> shownRows(int cut) {
    Set<Integer> shown = new TreeSet<>();
    if (rows <= WHOLE) {
      IntStream.range(0, rows).forEach(shown::add);
      return shown;
    }
    IntStream.range(0, LARGEST).forEach(shown::add);
    IntStream.range(rows - SMALLEST, rows).forEach(shown::add);
    IntStream.range(Math.max(0, cut - AROUND_CUT), Math.min(rows, cut + AROUND_CUT))
        .forEach(shown::add);
    return shown;
  }

  private static String pad(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }

  /** Bars on a log scale between the smallest and the largest positive value. */
  private static final class LogBar {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /** The scale never spans less than this, so that equal values are not torn apart. */
    private static final double LEAST_SPAN = 10;

    private final double low;
    private final double high;
    private final int width;
    private final boolean unicode;

    LogBar(double[] values, int width, boolean unicode) {
      this.high = DoubleStream.of(values).filter(v -> v > 0).max().orElse(1);
      double smallest = DoubleStream.of(values).filter(v -> v > 0).min().orElse(1);
      this.low = Math.min(smallest / 2, high / LEAST_SPAN);
      this.width = width < 8 ? 0 : width;
      this.unicode = unicode;
    }

    int width() {
      return width;
    }

    String legend(String quantity) {
      String legend =
          "  %slog scale, %s … %s".formatted(quantity, Numbers.shown(low), Numbers.shown(high));
      return width >= legend.length() ? legend : "";
    }

    String of(double value) {
      if (!(value > 0) || width == 0) {
        return "";
      }
      double share = Math.log(value / low) / Math.log(high / low);
      long eighths = Math.max(1, Math.round(share * width * 8));
      if (!unicode) {
        return "#".repeat((int) Math.max(1, Math.round(eighths / 8.0)));
      }
      int rest = (int) (eighths % 8);
      return "█".repeat((int) (eighths / 8)) + (rest == 0 ? "" : EIGHTHS.charAt(rest));
    }
  }
}
