package org.liegg.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Matrix;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.UnfeltFields;

/**
 * What makes symmetries where none was learned: a model that stands still, inputs that it does not
 * use, data that does not vary, samples that repeat.
 *
 * @param action the candidate fields
 * @param decision what was decided
 * @param observed while the samples streamed
 */
record ArtefactRules(GroupAction action, NullspaceDecision decision, Observations observed) {
  /** More fields than this are not explained one by one. */
  private static final int MOST_FIELDS = 400;

  /** So many inputs or outputs are named. */
  private static final int NAMED = 8;

  /** An entry below this share of a unit vector's largest does not count. */
  private static final double NEGLIGIBLE = 1e-6;

  /** A gradient below 2⁻²⁰ of the output's largest stands still. */
  private static final int STILL_BITS = 20;

  private static final double MOST_STILL = 0.5;
  private static final double MANY_COPIES = 0.01;

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    int trivial = decision.defects().trivialCount();
    if (!observed.gradients().gradientSeen()) {
      warnings.add(
          new Warning(
              "zero-gradient",
              "The model does not change at any sample, in any direction: every field is a trivial symmetry. Check that the right output was taken and that it is not saturated.",
              Optional.of(trivial)));
    } else if (trivial > 0) {
      unfelt(trivial, warnings);
    }
    saturated(warnings);
    duplicated(warnings);
    return List.copyOf(warnings);
  }

  private void unfelt(int trivial, List<Warning> warnings) {
    Optional<UnfeltFields> why = explanation();
    int insensitive = Math.min(trivial, why.map(UnfeltFields::insensitive).orElse(0));
    int degenerate = Math.min(trivial, why.map(UnfeltFields::degenerate).orElse(0));
    String remaining = remaining();
    if (insensitive > 0) {
      warnings.add(
          new Warning(
              "insensitive-inputs",
              "%d of the %d symmetries are trivial: the model does not feel %s. %s"
                  .formatted(
                      insensitive,
                      decision.dimension(),
                      inputs(why.orElseThrow().unseenInputs()),
                      remaining),
              Optional.of(insensitive)));
    }
    if (degenerate > 0) {
      warnings.add(
          new Warning(
              "degenerate-fields",
              "%d of the %d symmetries are trivial: their fields vanish on the data, which leaves %s without variation. Data that varies in every direction would tell. %s"
                  .formatted(
                      degenerate,
                      decision.dimension(),
                      features(why.orElseThrow().emptyFeatures()),
                      remaining),
              Optional.of(degenerate)));
    }
    if (insensitive == 0 && degenerate == 0 && action.outputSize() > 0) {
      warnings.add(
          new Warning(
              "degenerate-fields",
              "%d of the %d symmetries are trivial: pairs that act on nothing. Their fields on the output vanish on all that the model says, and what their fields on the input do, it does not feel. %s"
                  .formatted(trivial, decision.dimension(), remaining),
              Optional.of(trivial)));
    } else if (insensitive == 0 && degenerate == 0) {
      warnings.add(
          new Warning(
              "insensitive-inputs",
              "%d of the %d symmetries are trivial: the model does not feel these fields at all (dead inputs, a bottleneck, or data that does not vary). %s"
                  .formatted(trivial, decision.dimension(), remaining),
              Optional.of(trivial)));
    }
  }

  private String remaining() {
    int held = decision.held();
    return held == 0
        ? "They say nothing of a learned symmetry, and no other is left."
        : "They say nothing of a learned symmetry; %d %s left."
            .formatted(held, held == 1 ? "other is" : "others are");
  }

  private Optional<UnfeltFields> explanation() {
    if (action.dimension() > MOST_FIELDS) {
      return Optional.empty();
    }
    return observed
        .gradients()
        .gradientMoment()
        .flatMap(
            c ->
                observed
                    .gradients()
                    .featureMoment()
                    .map(phi -> UnfeltFields.of(action.fields(), c, phi)));
  }

  /** Inputs by number where single ones are dead, combinations by their count. */
  private String inputs(Matrix unseen) {
    double[] felt = observed.gradients().felt();
    List<Integer> dead = IntStream.range(0, felt.length).filter(i -> felt[i] == 0).boxed().toList();
    int mixed = unseen.rows() - dead.size();
    List<String> parts = new ArrayList<>();
    if (!dead.isEmpty()) {
      parts.add((dead.size() == 1 ? "input " : "inputs ") + numbers(dead));
    }
    if (mixed > 0) {
      parts.add(
          "%d combination%s of inputs%s"
              .formatted(mixed, mixed == 1 ? "" : "s", dead.isEmpty() ? combination(unseen) : ""));
    }
    return parts.isEmpty() ? "what they move" : String.join(" and ", parts);
  }

  private static String combination(Matrix unseen) {
    if (unseen.rows() != 1 || unseen.columns() > NAMED) {
      return "";
    }
    return IntStream.range(0, unseen.columns())
        .filter(i -> Math.abs(unseen.get(0, i)) > NEGLIGIBLE)
        .mapToObj(i -> String.format(Locale.ROOT, "%+.3g·x%d", unseen.get(0, i), i))
        .collect(Collectors.joining(" ", " (", ")"));
  }

  private static String features(Matrix empty) {
    return empty.rows() == 1
        ? "one combination of features"
        : empty.rows() + " combinations of features";
  }

  private static String numbers(List<Integer> all) {
    String shown = all.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return all.size() > NAMED ? shown + " and %d more".formatted(all.size() - NAMED) : shown;
  }

  private void saturated(List<Warning> warnings) {
    GradientAudit gradients = observed.gradients();
    List<Integer> still =
        IntStream.range(0, gradients.outputs())
            .filter(o -> gradients.stillShare(o, STILL_BITS).orElse(0.0) > MOST_STILL)
            .boxed()
            .toList();
    if (!still.isEmpty()) {
      double share =
          still.stream()
              .mapToDouble(o -> gradients.stillShare(o, STILL_BITS).orElseThrow())
              .max()
              .orElseThrow();
      warnings.add(
          new Warning(
              "saturated-outputs",
              String.format(
                  Locale.ROOT,
                  "Output%s %s stand%s still at up to %.0f %% of the samples (a gradient below a millionth of its largest): what is said rests on the others. A softmax or sigmoid saturates; try --head logits or normalized-logits.",
                  still.size() == 1 ? "" : "s",
                  numbers(still),
                  still.size() == 1 ? "s" : "",
                  100 * share)));
    }
  }

  private void duplicated(List<Warning> warnings) {
    DuplicateSketch duplicates = observed.duplicates();
    if (duplicates.share() > MANY_COPIES) {
      warnings.add(
          new Warning(
              "duplicated-samples",
              String.format(
                  Locale.ROOT,
                  "%s%.1f %% of the samples are copies of others. Copies stay in one block, so that bounds stay honest, but they add no evidence.",
                  duplicates.exact() ? "" : "About ",
                  100 * duplicates.share())));
    }
  }
}
