package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.pass.GradientAudit;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.metrics.InsensitiveFields;
import org.liegg.metrics.NullspaceDecision;

/**
 * What makes symmetries where none was learned: a model that is constant on the data, inputs that
 * it does not use, data that does not vary, samples that repeat.
 *
 * @param action the candidate fields
 * @param decision what was decided
 * @param observed while the samples streamed
 */
record ArtefactRules(GroupAction action, NullspaceDecision decision, Observations observed) {
  /** More fields than this are not explained one by one. */
  private static final int MAX_FIELDS = 400;

  /** So many inputs or outputs are named. */
  private static final int NAMED = 8;

  /** An entry below this share of a unit vector's largest does not count. */
  private static final double NEGLIGIBLE = 1e-6;

  /** Smaller entries of a direction are not written. */
  private static final double SHOWN = 0.01;

  /** A gradient below 2⁻²⁰ of the output's largest counts as none. */
  private static final int STILL_BITS = 20;

  private static final double MAX_STILL = 0.5;
  private static final double MANY_COPIES = 0.01;

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    int trivial = decision.defects().trivialCount();
    if (!observed.gradients().gradientSeen()) {
      warnings.add(
          new Warning(
              WarningCode.ZERO_GRADIENT,
              "The model does not change at any sample, in any direction: every field is a trivial"
                  + " symmetry. Check that the right output was taken and that it is not"
                  + " saturated.",
              Optional.of(trivial)));
    } else if (trivial > 0 && !action.insensitiveCounts()) {
      insensitive(trivial, warnings);
    }
    saturated(warnings);
    duplicated(warnings);
    return List.copyOf(warnings);
  }

  private void insensitive(int trivial, List<Warning> warnings) {
    Optional<InsensitiveFields> why = explanation();
    int degenerate = Math.min(trivial, why.map(InsensitiveFields::degenerate).orElse(0));
    boolean some = decision.defects().insensitive().count() > 0;
    int insensitive = some ? trivial - degenerate : 0;
    if (insensitive > 0) {
      warnings.add(
          symmetries(
              WarningCode.INSENSITIVE_INPUTS,
              insensitive,
              "insensitive: they move %s, on which the model does not depend at this tolerance."
                  .formatted(inputs(decision.defects().insensitive()))));
    }
    if (degenerate > 0) {
      warnings.add(
          symmetries(
              WarningCode.DEGENERATE_FIELDS,
              degenerate,
              ("trivial: their fields vanish on the data, which leaves %s without variation. Data"
                      + " that varies in every direction would tell.")
                  .formatted(features(why.orElseThrow().emptyFeatures()))));
    }
    if (insensitive == 0 && degenerate == 0) {
      warnings.add(unexplained(trivial));
    }
  }

  private Warning unexplained(int trivial) {
    return action.outputSize() > 0
        ? symmetries(
            WarningCode.DEGENERATE_FIELDS,
            trivial,
            "trivial: pairs that act on nothing. Their fields on the output vanish on all that the"
                + " model says, and it does not depend on what their fields on the input move.")
        : symmetries(
            WarningCode.INSENSITIVE_INPUTS,
            trivial,
            "insensitive: the model does not depend on what they move (unused inputs, a"
                + " bottleneck, a nearly linear model, or data that does not vary).");
  }

  /**
   * A warning of some of the symmetries.
   *
   * @param kind what they are, and why
   */
  private Warning symmetries(WarningCode code, int count, String kind) {
    return new Warning(
        code,
        "%d of the %d symmetries are %s %s"
            .formatted(count, decision.dimension(), kind, remaining()),
        Optional.of(count));
  }

  private String remaining() {
    int held = decision.accepted();
    return held == 0
        ? "That is true of the function, and no sign of a symmetry that had to be learned; no other"
            + " is left."
        : "That is true of the function, and no sign of a symmetry that had to be learned; %d %s left."
            .formatted(held, held == 1 ? "other is" : "others are");
  }

  private Optional<InsensitiveFields> explanation() {
    if (action.dimension() > MAX_FIELDS) {
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
                    .map(phi -> InsensitiveFields.of(action.fields(), c, phi)));
  }

  /** Inputs by number, from 1, where single ones are left out, combinations by their count. */
  private static String inputs(InsensitiveDirections insensitive) {
    Matrix directions = insensitive.directions();
    List<Integer> single = new ArrayList<>();
    int mixedAt = -1;
    for (int k = 0; k < directions.rows(); k++) {
      int only = only(directions, k);
      if (only >= 0) {
        single.add(only + 1);
      } else {
        mixedAt = k;
      }
    }
    int mixed = insensitive.count() - single.size();
    List<String> parts = new ArrayList<>();
    if (!single.isEmpty()) {
      single.sort(null);
      parts.add((single.size() == 1 ? "input " : "inputs ") + numbers(single));
    }
    if (mixed > 0) {
      parts.add(
          "%d combination%s of inputs%s"
              .formatted(
                  mixed,
                  mixed == 1 ? "" : "s",
                  mixed == 1 && mixedAt >= 0 ? combination(directions, mixedAt) : ""));
    }
    return String.join(" and ", parts);
  }

  /** The one input that a direction moves; −1 where it moves several. */
  private static int only(Matrix directions, int row) {
    int only = -1;
    for (int i = 0; i < directions.columns(); i++) {
      if (Math.abs(directions.get(row, i)) > NEGLIGIBLE) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  private static String combination(Matrix directions, int row) {
    if (directions.columns() > NAMED) {
      return "";
    }
    return IntStream.range(0, directions.columns())
        .filter(i -> Math.abs(directions.get(row, i)) > SHOWN)
        .mapToObj(i -> String.format(Locale.ROOT, "%+.3g·x%d", directions.get(row, i), i + 1))
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
            .filter(o -> gradients.stillShare(o, STILL_BITS).orElse(0.0) > MAX_STILL)
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
              WarningCode.SATURATED_OUTPUTS,
              String.format(
                  Locale.ROOT,
                  "Output%s %s hardly change%s at up to %.0f %% of the samples (a gradient below a"
                      + " millionth of its largest): what is said rests on the others. A softmax or"
                      + " sigmoid saturates; try --head logits or normalized-logits.",
                  still.size() == 1 ? "" : "s",
                  numbers(still),
                  still.size() == 1 ? "s" : "",
                  100 * share)));
    }
  }

  private void duplicated(List<Warning> warnings) {
    DuplicateSketch duplicates = observed.duplicates();
    if (duplicates.allEqual()) {
      warnings.add(
          new Warning(
              WarningCode.CONSTANT_SAMPLES,
              "All samples are equal: the model was seen at one point, where most directions look"
                  + " like symmetries whatever it is. Give samples that differ from each other;"
                  + " more of this one tell nothing."));
    } else if (duplicates.share() > MANY_COPIES) {
      warnings.add(
          new Warning(
              WarningCode.DUPLICATED_SAMPLES,
              String.format(
                  Locale.ROOT,
                  "%s%.1f %% of the samples are copies of others. Copies stay in one block, so that"
                      + " bounds stay honest, but they add no evidence.",
                  duplicates.exact() ? "" : "About ",
                  100 * duplicates.share())));
    }
  }
}
