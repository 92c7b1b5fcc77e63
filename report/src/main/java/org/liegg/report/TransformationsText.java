package org.liegg.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Printable;
import org.liegg.api.report.FiniteDefects;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.text.Numbers;

/** What finite transformations say of a model without derivatives, in words. */
final class TransformationsText {
  /** Transformations that are listed, the worst first; the JSON report holds them all. */
  private static final int SHOWN = 8;

  private TransformationsText() {}

  /** The answer in a sentence or two. */
  static String verdict(SymmetryReport report, FiniteDefects found) {
    String group = report.reference().map(Reference::name).orElse("the reference");
    String kind = report.action().equivariant() ? "equivariant" : "invariant";
    String answer =
        switch (report.nullspace().verdict()) {
          case INVARIANT -> "The model is %s to %s".formatted(kind, group);
          case BROKEN -> "The model is not %s to all of %s".formatted(kind, group);
          case INSUFFICIENT_EVIDENCE ->
              "Not enough evidence to say whether the model is %s to %s".formatted(kind, group);
        };
    String measured =
        found
            .worst()
            .map(
                worst ->
                    "the worst of %s, %s, has a defect of %s %s, a symmetry has ≤ %s."
                        .formatted(
                            Numbers.count(found.elements().size(), "finite transformation"),
                            named(worst),
                            Numbers.shown(worst.defect()),
                            Numbers.interval(worst.interval()),
                            Numbers.chosen(report.nullspace().tolerance())))
            .orElse("no finite transformation could be measured.");
    return "%s: %s%s Other symmetries were not looked for, since that takes derivatives."
        .formatted(answer, measured, more(report, found));
  }

  /** What a gate has to add: which transformation was the worst, and what more samples take. */
  static String aside(SymmetryReport report, FiniteDefects found) {
    String worst =
        found
            .worst()
            .map(
                one ->
                    " This is said by %s on %s; the worst is %s."
                        .formatted(
                            Numbers.count(found.elements().size(), "finite transformation"),
                            Numbers.count(found.samples(), "sample"),
                            named(one)))
            .orElse("");
    return worst + more(report, found);
  }

  /** That more samples can be taken, where too few told. */
  static String more(SymmetryReport report, FiniteDefects found) {
    boolean left = found.samples() < report.data().samples();
    return report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE && left
        ? " Only %s of %s were moved: --finite-samples takes more."
            .formatted(Numbers.count(found.samples()), Numbers.count(report.data().samples()))
        : "";
  }

  private static String named(TransformationDefect one) {
    return "%s at t = %s".formatted(Printable.text(one.name()), Numbers.shown(one.t()));
  }

  /** What belongs to exp(tA) alone, where it is one. */
  private static String along(TransformationDefect one) {
    return one.coefficients().length == 0 ? "" : ", t = " + Numbers.shown(one.t());
  }

  /**
   * The worst of them for a terminal.
   *
   * @param elements whether they are elements of a group that is known by these
   */
  static List<String> lines(TextStyle style, FiniteDefects found, boolean elements) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.withAside(
            style.bold(elements ? "Elements" : "Finite transformations"),
            style.text(
                "  defect of %s, and how far it moves in units of the spread"
                    .formatted(elements ? "g" : "exp(tA)"))));
    sorted(found).stream()
        .limit(SHOWN)
        .forEach(
            one ->
                lines.addAll(
                    style.wrap(
                        style.text(
                            "  %s  %s%s: moves %s"
                                .formatted(
                                    defect(one),
                                    Printable.text(one.name()),
                                    along(one),
                                    Numbers.shown(one.displacement()))),
                        4)));
    int rest = found.elements().size() - SHOWN;
    if (rest > 0) {
      lines.add(style.text("  … and %s, all smaller".formatted(Numbers.count(rest) + " more")));
    }
    return lines;
  }

  private static String defect(TransformationDefect one) {
    return one.insensitive()
        ? "insensitive"
        : "%s %s".formatted(Numbers.shown(one.defect()), Numbers.interval(one.interval()));
  }

  /**
   * All of them for a page.
   *
   * @param elements whether they are elements of a group that is known by these
   */
  static HtmlSection section(FiniteDefects found, boolean elements) {
    String title = elements ? "Elements" : "Finite transformations";
    HtmlSection section = new HtmlSection("transformations", title);
    section.text(
        "The defect of g%s is how much F(gx) and ρ(g)F(x) differ, as a mean square over %s,"
                .formatted(elements ? "" : " = exp(tA)", Numbers.count(found.samples(), "sample"))
            + " and as a share of what a model would change by that has nothing to do with g: moved"
            + " by what g displaces other samples by. All of the group holds where every upper"
            + " bound is at or below the tolerance; it does not where a lower one is above.");
    List<List<String>> rows = new ArrayList<>();
    for (TransformationDefect one : sorted(found)) {
      rows.add(
          List.of(
              Printable.text(one.name()),
              elements ? "" : Numbers.shown(one.t()),
              Numbers.shown(one.displacement()),
              one.insensitive() ? "insensitive" : Numbers.shown(one.defect()),
              Numbers.interval(one.interval()),
              Numbers.shown(one.baseline())));
    }
    return section.table(
        title + ", the worst first",
        List.of(
            elements ? "element" : "along",
            elements ? "" : "t",
            "moves",
            "defect",
            "interval",
            "baseline"),
        rows);
  }

  private static List<TransformationDefect> sorted(FiniteDefects found) {
    return found.elements().stream()
        .sorted(Comparator.comparingDouble(TransformationDefect::defect).reversed())
        .toList();
  }

  /** The first of them that contradicts itself, as a file that was altered may. */
  static Optional<String> contradiction(FiniteDefects found, int candidates, int generators) {
    for (int i = 0; i < found.elements().size(); i++) {
      TransformationDefect one = found.elements().get(i);
      String field = "finite.elements[%d]".formatted(i);
      if (one.coefficients().length != candidates) {
        return Optional.of(
            "%s has %d coefficients for %d candidates"
                .formatted(field, one.coefficients().length, candidates));
      }
      boolean inside = one.interval()[0] <= one.defect() && one.defect() <= one.interval()[1];
      if (!inside || one.interval()[0] < 0 || one.displacement() < 0 || one.baseline() < 0) {
        return Optional.of(field + " has a defect outside its interval, or a negative number");
      }
      if (one.generator().filter(place -> place < 0 || place >= generators).isPresent()) {
        return Optional.of(
            "%s speaks of number %d of %d".formatted(field, one.generator().get(), generators));
      }
    }
    return Optional.empty();
  }
}
