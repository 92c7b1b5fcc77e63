package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.DefectMeasure.InsensitiveInputs;
import org.liegg.api.report.DefectMeasure.OutputDefect;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.InputLabels;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/**
 * What stands beside the defects, for a terminal and a page: outputs, insensitive inputs, a typical
 * sample.
 */
final class MeasureText {
  /** So many outputs and directions are written, the worst first. */
  private static final int SHOWN = 5;

  /** Smaller entries of a direction are not written. */
  private static final double ENTRY = 0.005;

  private final TextStyle style;
  private final InputLabels inputs;

  MeasureText(TextStyle style, InputLabels inputs) {
    this.style = style;
    this.inputs = inputs;
  }

  /** Empty where there is nothing to say. */
  List<String> lines(DefectMeasure measure, boolean ofReference) {
    List<String> lines = new ArrayList<>();
    if (!measure.outputs().isEmpty()) {
      lines.add(
          style.withAside(
              style.bold("Outputs by themselves"),
              ofReference ? "  the worst of the reference" : "  the worst of what was found"));
      measure.outputs().stream()
          .sorted((a, b) -> Double.compare(b.defect(), a.defect()))
          .limit(SHOWN)
          .forEach(output -> lines.add("  " + output(output)));
      int more = measure.outputs().size() - SHOWN;
      if (more > 0) {
        lines.add("  and %d more, all smaller".formatted(more));
      }
    }
    measure.insensitive().ifPresent(found -> insensitive(found, lines));
    return lines;
  }

  static String output(OutputDefect output) {
    return "output %d: defect %s"
        .formatted(
            output.output(),
            GateText.interval(
                new Bounded(
                    output.defect(), output.defectInterval()[0], output.defectInterval()[1])));
  }

  private void insensitive(InsensitiveInputs found, List<String> lines) {
    lines.add(
        style.withAside(
            style.bold("Insensitive inputs"),
            "  %s in which the model hardly changes"
                .formatted(Numbers.count(found.count(), "direction"))));
    int shown = Math.min(SHOWN, found.directions().length);
    for (int k = found.directions().length - shown; k < found.directions().length; k++) {
      lines.addAll(
          style.wrap(
              "  %s: share %s"
                  .formatted(
                      direction(found.directions()[k], inputs), Numbers.shown(found.shares()[k])),
              4));
    }
    if (found.count() > shown) {
      lines.add("  and %d more, of smaller shares".formatted(found.count() - shown));
    }
    found
        .worstInterval()
        .ifPresent(
            bounds ->
                lines.add(
                    "  the largest on other samples: [%s, %s]"
                        .formatted(Numbers.shown(bounds[0]), Numbers.shown(bounds[1]))));
  }

  /** The largest entries, by the names of their inputs. */
  static String direction(double[] entries, InputLabels inputs) {
    List<Integer> places =
        IntStream.range(0, entries.length)
            .filter(i -> Math.abs(entries[i]) > ENTRY)
            .boxed()
            .sorted((a, b) -> Double.compare(Math.abs(entries[b]), Math.abs(entries[a])))
            .limit(SHOWN)
            .sorted()
            .toList();
    return places.stream()
        .map(i -> String.format(Locale.ROOT, "%+.3g·%s", entries[i], inputs.of(i)))
        .collect(Collectors.joining(" "));
  }

  /** The part of the page. */
  static HtmlSection section(DefectMeasure measure, InputLabels inputs) {
    HtmlSection section = new HtmlSection("measure", "Outputs and inputs");
    if (!measure.outputs().isEmpty()) {
      section
          .text(
              "Outputs are weighed by their own sensitivity and added up; here is the worst defect"
                  + " of each single output.")
          .table(
              "Outputs by themselves",
              List.of("output, counted from 0", "defect", "weight"),
              measure.outputs().stream()
                  .map(
                      output ->
                          List.of(
                              Integer.toString(output.output()),
                              GateText.interval(
                                  new Bounded(
                                      output.defect(),
                                      output.defectInterval()[0],
                                      output.defectInterval()[1])),
                              Numbers.shown(output.weight())))
                  .toList());
    }
    measure.insensitive().ifPresent(found -> insensitive(section, found, inputs));
    return section;
  }

  private static void insensitive(
      HtmlSection section, InsensitiveInputs found, InputLabels inputs) {
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < found.directions().length; k++) {
      rows.add(List.of(direction(found.directions()[k], inputs), Numbers.shown(found.shares()[k])));
    }
    section
        .text(
            "Along %s of the inputs the model hardly changes, wherever it was seen%s. Fields with values there are symmetries that did not have to be learned."
                .formatted(
                    Numbers.count(found.count(), "direction"),
                    found
                        .worstInterval()
                        .map(
                            bounds ->
                                " (the largest share on other samples: %s to %s)"
                                    .formatted(Numbers.shown(bounds[0]), Numbers.shown(bounds[1])))
                        .orElse("")))
        .table("Insensitive directions", List.of("direction", "share"), rows)
        .explained(Term.INSENSITIVE);
  }
}
