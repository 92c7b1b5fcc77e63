package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.Stability;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.Question;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/** What the answer rests on: warnings, defects, spectrum, finite transformations, stability. */
record EvidenceSections(SymmetryReport report) {

  HtmlSection warnings() {
    HtmlSection section = new HtmlSection("warnings", "What to know before believing the rest");
    List<List<String>> rows =
        report.warnings().stream()
            .map(
                warning ->
                    List.of(
                        warning.code(),
                        warning.message(),
                        warning.explains().map(String::valueOf).orElse("")))
            .toList();
    return section.table("Warnings", List.of("code", "what was seen", "explains"), rows);
  }

  HtmlSection defects() {
    HtmlSection section = new HtmlSection("defects", "Defects");
    section.text(
        "The defect of a direction is %s, as a share of what that would be if model and samples were not related: 0 is an exact symmetry, 1 is no relation. A direction is a symmetry at or below the tolerance of %s."
            .formatted(Question.change(report), Numbers.chosen(report.nullspace().tolerance())));
    IsolationText.steps(report.nullspace()).ifPresent(section::text);
    section.plot(
        "defects",
        report.heldOut().isPresent()
            ? "Defect of every direction on a logarithmic scale, smallest first, with 95 %"
                + " intervals, and the tolerance: circles are at or below it, triangles above;"
                + " hollow marks are not settled"
            : "Defect of every direction on a logarithmic scale, smallest first, and the tolerance;"
                + " hollow marks are not settled");
    section.explained(
        Term.DIRECTION,
        report.action().equivariant() ? Term.EQUIVARIANCE_DEFECT : Term.DEFECT,
        Term.TOLERANCE,
        Term.INTERVAL,
        Term.OPEN,
        Term.INSENSITIVE,
        Term.ROUNDING);
    return report
        .heldOut()
        .map(found -> heldOut(section, found, report.nullspace().trivial()))
        .orElseGet(() -> section.table("Defects as a table", List.of("place", "defect"), plain()));
  }

  private static HtmlSection heldOut(HtmlSection section, HeldOut found, int insensitive) {
    section.text(
        "Directions were chosen on %s and measured on %s others, in %d blocks."
            .formatted(
                Numbers.count(found.chosenOn(), "sample"),
                Numbers.count(found.measuredOn()),
                found.blocks()));
    List<HeldOut.Direction> directions = found.directions();
    List<List<String>> rows =
        IntStream.range(0, directions.size())
            .mapToObj(
                i ->
                    List.of(
                        Integer.toString(insensitive + i + 1),
                        Numbers.shown(directions.get(i).chosenDefect()),
                        Numbers.shown(directions.get(i).defect()),
                        Numbers.interval(directions.get(i).defectInterval()),
                        Numbers.shown(directions.get(i).symmetryVariance()),
                        Numbers.interval(directions.get(i).varianceInterval())))
            .toList();
    return section.table(
        "Held-out defects as a table",
        List.of("place", "where chosen", "defect", "interval", "symmetry variance", "interval"),
        rows);
  }

  private List<List<String>> plain() {
    double[] defects = report.spectrum().defect();
    return IntStream.range(0, defects.length)
        .mapToObj(
            i -> List.of(Integer.toString(i + 1), Numbers.shown(defects[defects.length - 1 - i])))
        .toList();
  }

  HtmlSection spectrum() {
    double[] sigma = report.spectrum().singularValues();
    List<List<String>> rows =
        IntStream.range(0, sigma.length)
            .mapToObj(
                i ->
                    List.of(
                        Integer.toString(i + 1),
                        Numbers.shown(sigma[sigma.length - 1 - i]),
                        Numbers.shown(report.spectrum().symmetryVariance()[sigma.length - 1 - i])))
            .toList();
    HtmlSection section = new HtmlSection("spectrum", "Spectrum of the polarization matrix");
    RoundingText.of(report).ifPresent(section::text);
    return section
        .text(
            "The symmetry variance σ²/N depends on the units of outputs and inputs; its largest gap"
                + " is shown for comparison and decides nothing. Places are by the size of σ: equal"
                + " places here and above need not be the same direction.")
        .plot("spectrum", "Symmetry variance on a logarithmic scale, smallest first")
        .table("Spectrum as a table", List.of("place", "σ", "σ²/N"), rows)
        .explained(Term.VARIANCE, Term.POLARIZATION, Term.ROUNDING);
  }

  HtmlSection finiteCheck() {
    HtmlSection section = new HtmlSection("finite", "Finite group elements");
    section.text(
        "%s, as a mean square over samples, against what the generator predicts to second order. A symmetry that holds beyond the samples stays on its prediction%s."
            .formatted(Question.along(report), rounding()));
    section.plot(
        "finite",
        "Measured change (line with points) and predicted change (dashed) over t, both axes"
            + " logarithmic, a pair of lines for every generator; the band is rounding");
    section.explained(Term.ELEMENT, Term.PREDICTED, Term.PATH, Term.ROUNDING);
    List<List<String>> rows = new ArrayList<>();
    for (FiniteCheck check : report.finiteCheck()) {
      rows.add(
          List.of(
              Integer.toString(check.generator() + 1),
              Numbers.chosen(check.t()),
              Numbers.shown(check.measured()),
              Numbers.shown(check.predicted()),
              check.exact().map(Numbers::shown).orElse(""),
              check.rounding().map(Numbers::shown).orElse("")));
    }
    section.table(
        "Finite transformations as a table",
        List.of("generator", "t", "measured", "predicted", "along the reference", "rounding up to"),
        rows);
    if (!report.breakingSamples().isEmpty()) {
      section.table(
          "Samples that change most",
          List.of("generator", "sample, counted from 0", "t", "change", "share of all"),
          report.breakingSamples().stream()
              .map(
                  sample ->
                      List.of(
                          Integer.toString(sample.generator() + 1),
                          Long.toString(sample.sample()),
                          Numbers.chosen(sample.t()),
                          Numbers.shown(sample.change()),
                          Numbers.fixed(100 * sample.share(), 1) + " %"))
              .toList());
    }
    return section;
  }

  /** What is to be said where measurements may be rounding alone. */
  private String rounding() {
    long lost = report.finiteCheck().stream().filter(FiniteCheck::isRounding).count();
    return lost == 0
        ? ""
        : ", or is rounding, as %s of %s measurements may be: these say that it is kept as far as numbers tell"
            .formatted(Numbers.count(lost), Numbers.count(report.finiteCheck().size()));
  }

  HtmlSection stability(Stability stability) {
    return new HtmlSection("stability", "Stability")
        .text(
            stability.holds()
                ? "The answer holds when the samples are halved, drawn anew or disturbed."
                : "The answer does not hold for other samples; see where it differs.")
        .table(
            "Trials",
            List.of(
                "samples", "used", "dimension", "insensitive", "largest defect", "largest angle"),
            stability.trials().stream()
                .map(
                    trial ->
                        List.of(
                            trial.variation(),
                            Numbers.count(trial.samples()),
                            Integer.toString(trial.dimension()),
                            Integer.toString(trial.trivial()),
                            Numbers.shown(trial.largestDefect()),
                            Numbers.degrees(trial.largestAngle())))
                .toList());
  }
}
