package org.liegg.cli.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liegg.api.Printable;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.export.SymmetricModel;
import org.liegg.metrics.Gates;
import org.liegg.report.GateText;

/** What a symmetric model is beside the one that it was made of, in lines. */
public final class ExportText {

  private ExportText() {}

  /**
   * The lines.
   *
   * @param model that was written
   * @param source of what
   */
  public static List<String> of(SymmetricModel model, String source) {
    List<String> lines = new ArrayList<>();
    SymmetricModel.Elements elements = model.elements();
    String which =
        elements.all()
            ? "all %d elements of %s".formatted(elements.count(), elements.group())
            : "%d elements of %s, %s".formatted(elements.count(), elements.group(), elements.how());
    lines.add(
        model.kind() == Symmetrization.Kind.AVERAGE
            ? "Wrote %s: %s averaged over %s.".formatted(model.file(), source, which)
            : "Wrote %s: %s at one representative of every orbit of %s (%d elements)."
                .formatted(model.file(), source, elements.group(), elements.count()));
    lines.add("Before: " + outcome(model.before()));
    lines.add("After: " + outcome(model.after()));
    model.scores().map(ExportText::scores).ifPresent(lines::add);
    return lines.stream().map(Printable::message).toList();
  }

  private static String outcome(SymmetryReport report) {
    return GateText.of(Gates.of(report), report);
  }

  private static String scores(SymmetricModel.Scores scores) {
    return switch (scores.measure()) {
      case ACCURACY ->
          String.format(
              Locale.ROOT,
              "Of %d labelled samples %.2f %% are right before, %.2f %% after.",
              scores.samples(),
              100 * scores.before(),
              100 * scores.after());
      case ERROR ->
          String.format(
              Locale.ROOT,
              "On %d labelled samples the root mean square error is %.4g before, %.4g after.",
              scores.samples(),
              scores.before(),
              scores.after());
    };
  }
}
