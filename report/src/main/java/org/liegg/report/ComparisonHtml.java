package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Dimension;
import org.liegg.api.report.ReportComparison.Pair;
import org.liegg.report.page.HtmlPage;
import org.liegg.report.page.HtmlPage.Figure;
import org.liegg.report.page.HtmlPage.Tone;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/** What changed between two reports as one self-contained HTML page. */
public final class ComparisonHtml {

  private ComparisonHtml() {}

  /**
   * The page of a comparison.
   *
   * @param before what the first report is called, e.g. its file
   * @param after what the second is called
   */
  public static String toString(ReportComparison comparison, String before, String after) {
    List<HtmlSection> sections = new ArrayList<>();
    sections.add(asked(comparison, before, after));
    if (comparison.reference().isPresent()
        || comparison.pairs().stream().anyMatch(pair -> pair.ratio().isPresent())) {
      sections.add(ratios(comparison));
    }
    if (comparison.angles().length > 0) {
      sections.add(angles(comparison));
    }
    return new HtmlPage(
            "Comparison of two reports",
            "%s compared with %s".formatted(after, before),
            PrintableJson.visible(ComparisonJson.toString(comparison)))
        .of(tone(comparison), ComparisonText.answer(comparison), figures(comparison), sections);
  }

  private static Tone tone(ReportComparison comparison) {
    return switch (comparison.change()) {
      case BETTER, SAME -> Tone.GOOD;
      case WORSE -> Tone.BAD;
      case INSUFFICIENT_EVIDENCE -> Tone.OPEN;
    };
  }

  private static List<Figure> figures(ReportComparison comparison) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("dimension before", dimension(comparison.before())));
    figures.add(new Figure("dimension after", dimension(comparison.after())));
    comparison
        .largestAngle()
        .ifPresent(angle -> figures.add(new Figure("largest angle", Numbers.degrees(angle))));
    comparison
        .reference()
        .ifPresent(
            found ->
                figures.add(
                    new Figure(
                        "worst of the reference, after / before", GateText.interval(found))));
    return figures;
  }

  private static String dimension(Dimension found) {
    return "%d [%d, %d]".formatted(found.value(), found.low(), found.high());
  }

  private static HtmlSection asked(ReportComparison comparison, String before, String after) {
    HtmlSection section =
        new HtmlSection("asked", "What was compared")
            .text("Before: %s. After: %s.".formatted(before, after));
    DifferenceText.of(comparison.differences()).forEach(section::text);
    return section.text(
        switch (comparison.change()) {
          case SAME -> "Differences within the bounds of both reports count as noise.";
          case BETTER, WORSE ->
              "A change counts where the bounds of both reports do not explain it: it is more than"
                  + " noise of the samples.";
          case INSUFFICIENT_EVIDENCE ->
              "Bounds come from samples that did not choose the directions: extract again with more"
                  + " samples, and not with --no-held-out.";
        });
  }

  private static HtmlSection ratios(ReportComparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    for (Pair pair : comparison.pairs()) {
      rows.add(
          row("generator %d → %d".formatted(pair.before() + 1, pair.after() + 1), pair.ratio()));
    }
    comparison
        .reference()
        .ifPresent(found -> rows.add(row("worst of the reference", Optional.of(found))));
    return new HtmlSection("pairs", "Defects, after / before")
        .text(
            "Generators are matched where they point the same way. 1 is no change, 2 is twice the"
                + " defect; what is rounding in both counts as equal.")
        .plot(
            "pairs",
            "Defects after over before on a logarithmic scale, with bounds: triangles are larger"
                + " beyond noise, circles smaller, hollow marks show no change beyond noise")
        .table("Defects as a table", List.of("of", "after / before", "which is"), rows)
        .explained(Term.GENERATOR, Term.DEFECT, Term.REFERENCE);
  }

  private static List<String> row(String name, Optional<Bounded> ratio) {
    return List.of(
        name,
        ratio.map(GateText::interval).orElse("no bounds"),
        ratio.map(ComparisonHtml::said).orElse("not known"));
  }

  private static String said(Bounded ratio) {
    if (ratio.low() > 1) {
      return "larger beyond noise";
    }
    return ratio.high() < 1 ? "smaller beyond noise" : "no change beyond noise";
  }

  private static HtmlSection angles(ReportComparison comparison) {
    double[] angles = comparison.angles();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < angles.length; i++) {
      rows.add(List.of(Integer.toString(i + 1), Numbers.degrees(angles[i])));
    }
    return new HtmlSection("angles", "Angles between the symmetries before and after")
        .text("At most %s.".formatted(Numbers.degrees(angles[angles.length - 1])))
        .table("Angles, smallest first", List.of("place", "angle"), rows)
        .explained(Term.ANGLE);
  }
}
