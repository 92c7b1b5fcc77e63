package org.liegg.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Bounded;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Printable;
import org.liegg.api.WarningCode;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.Gate;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.report.subject.SubjectText;
import org.liegg.report.text.Numbers;

/** What a gate says, in a sentence or two. */
public final class GateText {
  /** Warnings that say why samples carry less than their number. */
  static final Set<String> LIMITS = Set.of("dependent-samples", "near-copies", "off-support");

  /** A defect this far below the baseline is worth a word even where it does not pass. */
  private static final double PARTLY = 0.5;

  private GateText() {}

  /**
   * The outcome as one paragraph without a line break.
   *
   * @param gate what was found
   * @param model of what
   */
  public static String of(Gate gate, ModelInfo model) {
    return Printable.message(outcome(gate) + head(model));
  }

  /**
   * The outcome on the samples of a report, as one paragraph without a line break.
   *
   * @param gate what was found
   * @param report where
   */
  public static String of(Gate gate, SymmetryReport report) {
    boolean constant =
        report.warnings().stream()
            .anyMatch(warning -> warning.code().equals(WarningCode.CONSTANT_SAMPLES.label()));
    return constant && gate.verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? Printable.message(
            "Not enough evidence: all samples are equal, and one point cannot tell whether the model is invariant to %s. Give samples that differ from each other."
                .formatted(gate.expected()))
        : Printable.message(
            SubjectText.of(report.model(), said(gate, report)) + head(report.model()));
  }

  private static String said(Gate gate, SymmetryReport report) {
    return report
        .group()
        .map(group -> GroupText.gate(report, group))
        .orElseGet(
            () ->
                outcome(gate)
                    + report
                        .finite()
                        .map(found -> TransformationsText.aside(report, found))
                        .orElse(""));
  }

  private static String outcome(Gate gate) {
    return switch (gate.verdict()) {
      case INVARIANT ->
          "Holds: the model is invariant to %s. %s"
              .formatted(gate.expected(), gate.worst().map(worst -> worst(gate, worst)).orElse(""));
      case BROKEN -> "Does not hold: " + broken(gate);
      case INSUFFICIENT_EVIDENCE -> "Not enough evidence: " + undecided(gate);
    };
  }

  private static String worst(Gate gate, Bounded worst) {
    if (worst.value() == 0 && worst.high() == 0) {
      return "The model does not depend on what %s: %s insensitive at a share of %s."
          .formatted(
              gate.dimension() == 1 ? "it moves" : "any of its dimensions move",
              gate.dimension() == 1
                  ? "its 1 dimension is"
                  : "all %s are".formatted(Numbers.count(gate.dimension(), "dimension")),
              Numbers.chosen(gate.maxDefect()));
    }
    String all =
        gate.dimension() == 1
            ? "Its 1 dimension has"
            : "Of all its %s the worst has".formatted(Numbers.count(gate.dimension(), "dimension"));
    return "%s a defect of %s; at most %s was asked for.%s%s"
        .formatted(
            all,
            interval(worst),
            Numbers.chosen(gate.maxDefect()),
            gate.output().map(GateText::output).orElse(""),
            gate.typical()
                .filter(typical -> disagrees(gate, worst, typical))
                .map(
                    typical ->
                        " At a typical sample it is %s: a few samples of large gradient decide the mean."
                            .formatted(Numbers.shown(typical)))
                .orElse(""));
  }

  static String output(DefectMeasure.OutputDefect output) {
    return " By itself, output %d (counted from 0) is the worst: %s."
        .formatted(
            output.output(),
            interval(
                new Bounded(
                    output.defect(), output.defectInterval()[0], output.defectInterval()[1])));
  }

  private static boolean disagrees(Gate gate, Bounded worst, double typical) {
    return typical > gate.maxDefect() && worst.value() <= gate.maxDefect();
  }

  private static String broken(Gate gate) {
    Bounded worst = gate.worst().orElseThrow();
    return "the model is not invariant to all of %s. %s %s of its %s pass.%s"
        .formatted(
            gate.expected(),
            worst(gate, worst),
            gate.contained() == 0 ? "None" : Numbers.count(gate.contained()),
            Numbers.count(gate.dimension(), "dimension"),
            worst.value() < PARTLY
                ? " It is partly invariant: along the worst it changes %s times less than if it were not related."
                    .formatted(Numbers.shown(1 / worst.value()))
                : "");
  }

  /** The answer depends on the head: a softmax that is saturated hides what its logits show. */
  private static String head(ModelInfo model) {
    if (!model.head().equals(Head.OUTPUT.label())) {
      return " This is said of its %s.".formatted(model.head().replace('-', ' '));
    }
    return model
        .activation()
        .map(
            " This is said of its output, behind the %s; where that is saturated the logits may differ: see --head."
                ::formatted)
        .orElse("");
  }

  private static String undecided(Gate gate) {
    Optional<Bounded> worst = gate.worst();
    if (worst.isEmpty()) {
      return "there are too few samples to measure %s. Give more samples."
          .formatted(gate.expected());
    }
    Bounded bounds = worst.get();
    if (bounds.value() == 0 && bounds.high() == 0) {
      return "the model does not depend on what %s moves on most samples, and these cannot tell whether it does on others. Give more samples."
          .formatted(gate.expected());
    }
    String said = worst(gate, bounds);
    if (bounds.low() <= gate.maxDefect() && gate.maxDefect() < bounds.high()) {
      return "%s The bounds are on both sides. Give more samples.".formatted(said);
    }
    return bounds.value() > gate.maxDefect()
        ? "%s That is the worst of many directions on these samples; no single direction fails on samples that it was not chosen on. Give more samples."
            .formatted(said)
        : gate.output().filter(output -> output.defectInterval()[1] > gate.maxDefect()).isPresent()
            ? "%s That output is not settled. Give more samples.".formatted(said)
            : "%s That counts for nothing on these samples: see the warnings.".formatted(said);
  }

  /** What limits the evidence for a gate: the warnings on its samples, a line each. */
  public static List<String> limits(SymmetryReport report) {
    return report.warnings().stream()
        .filter(warning -> LIMITS.contains(warning.code()))
        .map(warning -> Printable.message("warning: " + warning.message()))
        .toList();
  }

  static String interval(Bounded bounded) {
    return "%s [%s, %s]"
        .formatted(
            Numbers.shown(bounded.value()),
            Numbers.shown(bounded.low()),
            Numbers.shown(bounded.high()));
  }
}
