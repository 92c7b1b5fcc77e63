package org.liegg.report;

import java.util.List;
import org.liegg.api.report.LayerReport;
import org.liegg.api.report.LayerReport.Layer;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.HtmlPage;
import org.liegg.report.page.HtmlPage.Figure;
import org.liegg.report.page.HtmlPage.Tone;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/** The symmetries of layers as one self-contained HTML page. */
public final class LayersHtml {

  private LayersHtml() {}

  /** The page of a report. */
  public static String toString(LayerReport report) {
    long symmetric =
        report.layers().stream()
            .filter(layer -> layer.result().filter(found -> found.dimension() > 0).isPresent())
            .count();
    String answer =
        "%d of %s have a symmetry among the directions of %s."
            .formatted(symmetric, Numbers.count(report.layers().size(), "layer"), report.action());
    HtmlSection section =
        new HtmlSection("layers", "Layer by layer")
            .plot(
                "layers",
                report
                    .reference()
                    .map(name -> "The worst defect in %s at every layer".formatted(name))
                    .orElse("The smallest defect at every layer"))
            .table(
                "Layers as a table",
                List.of(
                    "layer",
                    "kind",
                    "size",
                    "dimension",
                    "smallest defect",
                    "largest angle",
                    "worst of the reference",
                    "algebra"),
                report.layers().stream().map(LayersHtml::row).toList())
            .explained(
                Term.DEFECT, Term.TOLERANCE, Term.OPEN, Term.INSENSITIVE, Term.ANGLE, Term.ALGEBRA);
    return new HtmlPage(
            "Symmetries of layers",
            "Layers of " + report.model(),
            PrintableJson.visible(LayersJson.toString(report)))
        .of(
            tone(report, symmetric),
            answer,
            List.of(
                new Figure("model", report.model()),
                new Figure("data", report.data()),
                new Figure("tolerance", Numbers.chosen(report.tolerance()))),
            List.of(section));
  }

  /** A layer that is not settled may be one with a symmetry. */
  private static Tone tone(LayerReport report, long symmetric) {
    boolean open =
        report.layers().stream()
            .flatMap(layer -> layer.result().stream())
            .anyMatch(found -> found.verdict() == Verdict.INSUFFICIENT_EVIDENCE);
    return open ? Tone.OPEN : symmetric > 0 ? Tone.GOOD : Tone.BAD;
  }

  private static List<String> row(Layer layer) {
    return layer
        .result()
        .map(
            found ->
                List.of(
                    layer.name(),
                    layer.kind(),
                    Integer.toString(layer.outputs()),
                    found.dimension()
                        + found
                            .interval()
                            .map(bounds -> " [%d, %d]".formatted(bounds[0], bounds[1]))
                            .orElse(""),
                    found.smallestDefect().map(Numbers::shown).orElse("insensitive"),
                    found.largestAngle().map(Numbers::degrees).orElse(""),
                    found
                        .reference()
                        .map(
                            measured ->
                                Numbers.shown(measured.worst())
                                    + " "
                                    + Numbers.interval(measured.worstInterval()))
                        .orElse(""),
                    found.algebra().orElse("")))
        .orElseGet(
            () ->
                List.of(
                    layer.name(),
                    layer.kind(),
                    Integer.toString(layer.outputs()),
                    layer.failure().orElse(""),
                    "",
                    "",
                    "",
                    ""));
  }
}
