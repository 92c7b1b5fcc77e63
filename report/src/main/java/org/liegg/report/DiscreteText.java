package org.liegg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Printable;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.InputLabels;
import org.liegg.report.text.Numbers;

/** Which signed permutations of inputs a model keeps, in words. */
final class DiscreteText {
  /** Generators, orbits and inputs that are listed; the JSON report holds them all. */
  private static final int SHOWN = 8;

  private static final Pattern ROTATIONS = Pattern.compile("so\\((\\d{1,4})\\)");
  private static final Pattern VECTORS = Pattern.compile("gl\\((\\d{1,4})\\)(?:\\^\\d+)?");

  private DiscreteText() {}

  /** Whether a report says nothing of other symmetries. */
  static boolean isAll(SymmetryReport report) {
    return report.discrete().isPresent()
        && report.finite().isEmpty()
        && report.spectrum().defect().length == 0
        && report.action().dimension() > 0;
  }

  /** The answer of a report that says nothing of other symmetries. */
  static String verdict(DiscreteSymmetries found) {
    return "The model keeps %s. Continuous symmetries were not looked for, since that takes derivatives, or a reference."
        .formatted(
            found.generators().isEmpty()
                ? "no signed permutation of its inputs that was tried"
                : "the discrete group " + named(found));
  }

  private static String named(DiscreteSymmetries found) {
    boolean told = found.generators().isEmpty() || found.name().endsWith(found.order());
    return told
        ? Printable.text(found.name())
        : "%s, of order %s".formatted(Printable.text(found.name()), order(found.order()));
  }

  /** Large orders by their power of ten. */
  private static String order(String digits) {
    return digits.length() <= 12
        ? Printable.text(digits)
        : "%s.%s·10^%d"
            .formatted(digits.substring(0, 1), digits.substring(1, 3), digits.length() - 1);
  }

  /** For a terminal. */
  static List<String> lines(TextStyle style, SymmetryReport report, DiscreteSymmetries found) {
    InputLabels inputs = InputLabels.of(report);
    List<String> lines = new ArrayList<>();
    lines.add(style.withAside(style.bold("Discrete symmetries"), style.text("  " + named(found))));
    found.generators().stream()
        .limit(SHOWN)
        .forEach(
            one ->
                lines.addAll(
                    style.wrap(
                        style.text(
                            "  %s: defect %s %s"
                                .formatted(
                                    named(one, inputs),
                                    Numbers.shown(one.defect()),
                                    Numbers.interval(one.interval()))),
                        4)));
    if (found.generators().size() > SHOWN) {
      lines.add(style.text("  … and %d more".formatted(found.generators().size() - SHOWN)));
    }
    sentences(report, found)
        .forEach(sentence -> lines.addAll(style.wrap(style.text("  " + sentence), 2)));
    return lines;
  }

  private static List<String> sentences(SymmetryReport report, DiscreteSymmetries found) {
    InputLabels inputs = InputLabels.of(report);
    List<String> sentences = new ArrayList<>();
    reflection(report, found).ifPresent(sentences::add);
    if (!found.orbits().isEmpty()) {
      sentences.add(
          "It leads to each other: %s."
              .formatted(
                  listed(
                      found.orbits().stream().map(orbit -> inputs(orbit, inputs)).toList(), "; ")));
    }
    sentences.add(tried(found.trial()));
    found
        .products()
        .ifPresent(
            all ->
                sentences.add(
                    "Of %s drawn from the group the worst has a defect of %s %s."
                        .formatted(
                            Numbers.count(all.tried(), "more element"),
                            Numbers.shown(all.worst()),
                            Numbers.interval(all.interval()))));
    if (found.insensitive().length > 0) {
      sentences.add(
          "The model hardly depends on %s, and no symmetry counts that moves these alone."
              .formatted(inputs(found.insensitive(), inputs)));
    }
    if (!found.leftOut().isEmpty()) {
      sentences.add(
          "Not looked for, since there are too many: %s."
              .formatted(listed(found.leftOut().stream().map(Printable::text).toList(), ", ")));
    }
    return sentences;
  }

  /** What makes O(n) of so(n): a generator that reflects every vector in the same way. */
  private static Optional<String> reflection(SymmetryReport report, DiscreteSymmetries found) {
    Matcher algebra =
        ROTATIONS.matcher(report.algebra().map(one -> one.identity().name()).orElse(""));
    Matcher action = VECTORS.matcher(report.action().spec());
    if (!algebra.matches() || !action.matches() || !algebra.group(1).equals(action.group(1))) {
      return Optional.empty();
    }
    int n = Integer.parseInt(algebra.group(1));
    return found.generators().stream()
        .filter(one -> one.permutation().length % n == 0 && reflects(one, n))
        .findFirst()
        .map(
            one ->
                "Together with so(%d) it is O(%d): %s reflects every vector in the same way."
                    .formatted(n, n, named(one, InputLabels.of(report))));
  }

  private static boolean reflects(DiscreteSymmetries.Element one, int n) {
    int[] from = one.permutation();
    for (int i = 0; i < from.length; i++) {
      boolean alike =
          from[i] / n == i / n
              && from[i] % n == from[i % n]
              && one.signs()[i] == one.signs()[i % n];
      if (!alike) {
        return false;
      }
    }
    int determinant = 1;
    for (int i = 0; i < n; i++) {
      determinant *= one.signs()[i];
      for (int j = 0; j < i; j++) {
        determinant *= from[j] > from[i] ? -1 : 1;
      }
    }
    return determinant < 0;
  }

  private static String tried(DiscreteSymmetries.Trial trial) {
    return "%s tried on %s, %s of them measured on %s others: the chance that any generator is not kept is ≤ %s %%."
        .formatted(
            Numbers.count(trial.tested(), "candidate"),
            Numbers.count(trial.chosenOn(), "sample"),
            Numbers.count(trial.measured()),
            Numbers.count(trial.samples()),
            Numbers.chosen(100 * trial.bound()));
  }

  private static String inputs(int[] places, InputLabels inputs) {
    return listed(Arrays.stream(places).mapToObj(inputs::of).toList(), " ");
  }

  private static String named(DiscreteSymmetries.Element one, InputLabels inputs) {
    return inputs.inWords(Printable.text(one.name()));
  }

  private static String listed(List<String> texts, String between) {
    String shown = texts.stream().limit(SHOWN).collect(Collectors.joining(between));
    return texts.size() > SHOWN ? shown + between + "…" : shown;
  }

  /** For a page. */
  static HtmlSection section(SymmetryReport report, DiscreteSymmetries found) {
    HtmlSection section =
        new HtmlSection("discrete", "Discrete symmetries")
            .text(
                "Of the permutations and changes of sign of inputs that were tried, the model keeps: %s."
                    .formatted(named(found)));
    sentences(report, found).forEach(section::text);
    return section
        .table(
            "Generators of the group",
            List.of("generator", "defect", "interval"),
            found.generators().stream()
                .map(
                    one ->
                        List.of(
                            named(one, InputLabels.of(report)),
                            Numbers.shown(one.defect()),
                            Numbers.interval(one.interval())))
                .toList())
        .table(
            "What was looked for",
            List.of("candidates", "tried", "suggested"),
            found.families().stream()
                .map(
                    family ->
                        List.of(
                            Printable.text(family.name()),
                            Numbers.count(family.tested()),
                            Numbers.count(family.held())))
                .toList());
  }

  /**
   * The first of it that contradicts itself, as a file that was altered may.
   *
   * @param inputs of the model
   */
  static Optional<String> contradiction(DiscreteSymmetries found, int inputs) {
    DiscreteSymmetries.Trial trial = found.trial();
    boolean counted =
        found.generators().size() <= trial.measured() && trial.measured() <= trial.tested();
    if (!counted || !(trial.bound() > 0 && trial.bound() < 1)) {
      return Optional.of("discrete has counts or a chance that do not fit together");
    }
    if (!found.order().matches("[1-9][0-9]*")) {
      return Optional.of("discrete.order is no number of elements");
    }
    for (int i = 0; i < found.generators().size(); i++) {
      DiscreteSymmetries.Element one = found.generators().get(i);
      int[] sorted = Arrays.stream(one.permutation()).sorted().toArray();
      boolean permutes = Arrays.equals(sorted, IntStream.range(0, inputs).toArray());
      boolean signed = Arrays.stream(one.signs()).allMatch(sign -> Math.abs(sign) == 1);
      if (!permutes || !signed || one.signs().length != inputs) {
        return Optional.of(
            "discrete.generators[%d] is no signed permutation of %d inputs".formatted(i, inputs));
      }
      boolean inside = one.interval()[0] <= one.defect() && one.defect() <= one.interval()[1];
      if (!inside || one.interval()[0] < 0) {
        return Optional.of(
            "discrete.generators[%d] has a defect outside its interval".formatted(i));
      }
    }
    boolean outside =
        found.orbits().stream()
            .anyMatch(orbit -> Arrays.stream(orbit).anyMatch(at -> at < 0 || at >= inputs));
    return outside
        ? Optional.of("discrete.orbits has an input that is none of %d".formatted(inputs))
        : Optional.empty();
  }
}
