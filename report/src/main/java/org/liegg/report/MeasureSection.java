package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Bounded;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.DefectMeasure.InsensitiveInputs;

/** The part of the page that stands beside the defects. */
final class MeasureSection {

  private MeasureSection() {}

  static HtmlSection of(DefectMeasure measure) {
    HtmlSection section = new HtmlSection("measure", "Outputs and inputs");
    if (!measure.outputs().isEmpty()) {
      section
          .text(
              "Outputs are weighed by their own sensitivity and added up; here is the worst defect"
                  + " of each single output.")
          .table(
              "Outputs by themselves",
              List.of("output", "defect", "weight"),
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
    measure.insensitive().ifPresent(found -> insensitive(section, found));
    return section;
  }

  private static void insensitive(HtmlSection section, InsensitiveInputs found) {
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < found.directions().length; k++) {
      rows.add(
          List.of(MeasureText.direction(found.directions()[k]), Numbers.shown(found.shares()[k])));
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
        .table("Insensitive directions", List.of("direction", "share"), rows);
  }
}
