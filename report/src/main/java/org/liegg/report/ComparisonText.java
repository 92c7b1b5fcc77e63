package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Dimension;
import org.liegg.api.report.ReportComparison.Pair;
import org.liegg.report.text.Numbers;

/** What changed between two reports, as text for a terminal: the answer first. */
public final class ComparisonText {
  private final TextStyle style;

  /**
   * @param columns width of the terminal
   * @param colour whether to use ANSI colours
   * @param unicode whether characters beyond ASCII may be used
   */
  public ComparisonText(int columns, boolean colour, boolean unicode) {
    this.style = new TextStyle(columns, colour, unicode);
  }

  /** The whole comparison, ending with a line feed. */
  public String format(ReportComparison comparison) {
    List<String> lines = new ArrayList<>();
    boolean good =
        switch (comparison.change()) {
          case BETTER, SAME -> true;
          case WORSE, INSUFFICIENT_EVIDENCE -> false;
        };
    for (String line : style.wrap(answer(comparison), 0)) {
      lines.add(good ? style.green(line) : style.yellow(line));
    }
    for (String sentence : DifferenceText.of(comparison.differences())) {
      style.wrap(sentence, 0).forEach(line -> lines.add(style.yellow(line)));
    }
    lines.add("");
    lines.addAll(
        style.wrap(
            "dimension  %s before, %s after"
                .formatted(dimension(comparison.before()), dimension(comparison.after())),
            11));
    comparison
        .largestAngle()
        .ifPresent(
            angle ->
                lines.addAll(
                    style.wrap(
                        "angle      at most %s between the two nullspaces"
                            .formatted(Numbers.degrees(angle)),
                        11)));
    comparison
        .reference()
        .ifPresent(
            ratio ->
                lines.addAll(
                    style.wrap(
                        "reference  its worst defect is %s times that before"
                            .formatted(GateText.interval(ratio)),
                        11)));
    List<Pair> pairs = comparison.pairs();
    if (!pairs.isEmpty()) {
      lines.add("");
      lines.add("Defects of matching generators, after / before");
      for (Pair pair : pairs) {
        lines.add(
            style.text(
                "  %2d → %-2d  %s"
                    .formatted(
                        pair.before() + 1,
                        pair.after() + 1,
                        pair.ratio().map(GateText::interval).orElse("no bounds"))));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The answer in a sentence. */
  static String answer(ReportComparison comparison) {
    return switch (comparison.change()) {
      case BETTER -> "The symmetry got better: " + why(comparison);
      case SAME -> "Nothing changed beyond noise.";
      case WORSE -> "The symmetry got worse beyond noise: " + why(comparison);
      case INSUFFICIENT_EVIDENCE ->
          "Not enough evidence to compare: a report has no settled bounds. Extract it from more"
              + " samples.";
    };
  }

  private static String why(ReportComparison comparison) {
    Dimension before = comparison.before();
    Dimension after = comparison.after();
    if (before.high() < after.low() || after.high() < before.low()) {
      return "dimension %d before, %d after.".formatted(before.value(), after.value());
    }
    long larger =
        comparison.pairs().stream()
            .filter(pair -> pair.ratio().filter(ratio -> ratio.low() > 1).isPresent())
            .count();
    long smaller =
        comparison.pairs().stream()
            .filter(pair -> pair.ratio().filter(ratio -> ratio.high() < 1).isPresent())
            .count();
    return "of %s %s larger and %s smaller defects."
        .formatted(
            Numbers.count(comparison.pairs().size(), "matching generator"),
            Numbers.count(larger) + (larger == 1 ? " has a" : " have"),
            Numbers.count(smaller));
  }

  private static String dimension(Dimension dimension) {
    return "%d [%d, %d]".formatted(dimension.value(), dimension.low(), dimension.high());
  }
}
