package org.liegg.report.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.Rounding;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.text.Numbers;

/** What was asked of a model, and what would change the answer. */
public final class Question {

  private Question() {}

  /** What the defect of a direction is a share of, as the subject of a sentence goes on. */
  public static String change(SymmetryReport report) {
    if (report.action().ofEquation()) {
      return "how far its field leaves the solutions of the equation";
    }
    return report.action().equivariant()
        ? "how far the output is from moving as it should when the input moves along its field"
        : "how much the model changes along its field";
  }

  /** What a finite transformation is measured by, as a sentence begins. */
  public static String along(SymmetryReport report) {
    return report.action().equivariant()
        ? "How far the output F(exp(tA)x), moved back, is from F(x)"
        : "How much the output changes along exp(tA)";
  }

  /** The first section of a page. */
  public static HtmlSection section(SymmetryReport report) {
    HtmlSection section = new HtmlSection("asked", "What was asked").text(asked(report));
    changes(report).ifPresent(section::text);
    return section;
  }

  private static String asked(SymmetryReport report) {
    String on =
        "on %s of %s, at a defect of at most %s%s"
            .formatted(
                Numbers.count(report.data().used(), "sample"),
                report.data().path(),
                Numbers.chosen(report.nullspace().tolerance()),
                report.group().isPresent()
                    ? ""
                    : report
                        .reference()
                        .map(known -> "; compared with %s".formatted(known.name()))
                        .orElse(""));
    return "Asked: %s, %s.".formatted(what(report), on);
  }

  private static String what(SymmetryReport report) {
    if (report.group().isPresent()) {
      return "whether %s keeps the group %s"
          .formatted(report.model().path(), report.group().get().name());
    }
    if (report.finite().isPresent()) {
      return "whether %s keeps finite transformations of %s"
          .formatted(
              report.model().path(),
              report.reference().map(Reference::name).orElse(report.action().spec()));
    }
    if (report.spectrum().defect().length == 0 && report.discrete().isPresent()) {
      return "which permutations and changes of sign of its inputs %s keeps"
          .formatted(report.model().path());
    }
    String candidates =
        "which mixtures of the %s of %s"
            .formatted(
                Numbers.count(report.action().dimension(), "candidate field"),
                report.action().spec());
    if (report.action().ofEquation()) {
      return "%s are symmetries of the equation %s".formatted(candidates, report.model().path());
    }
    return report.action().equivariant()
        ? "%s %s follows with its output".formatted(candidates, report.model().path())
        : "%s leave the output of %s as it is".formatted(candidates, report.model().path());
  }

  /** What the answer hangs on; empty where only more of the same would tell. */
  private static Optional<String> changes(SymmetryReport report) {
    if (report.group().isPresent() || report.finite().isPresent()) {
      return Optional.of(
          "What would change the answer: a bound on the other side of the tolerance, from a model"
              + " that was trained further, from more samples or from another --tolerance.");
    }
    Nullspace nullspace = report.nullspace();
    double[] defects = report.spectrum().defect();
    if (defects.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "What would change the answer: "
            + switch (nullspace.verdict()) {
              case INSUFFICIENT_EVIDENCE ->
                  "more samples, or fewer candidates, which --action names. Until then it is"
                      + " neither yes nor no.";
              case INVARIANT, BROKEN ->
                  tolerances(nullspace, defects, report.spectrum().roundingBelow());
            });
  }

  private static String tolerances(
      Nullspace nullspace, double[] defects, Optional<Rounding> rounding) {
    double[] sensitive = Arrays.copyOf(defects, Math.max(0, defects.length - nullspace.trivial()));
    double tolerance = nullspace.tolerance();
    String below =
        DoubleStream.of(sensitive).filter(defect -> defect <= tolerance).max().stream()
            .mapToObj(
                largest ->
                    rounding.filter(level -> largest <= level.defect()).isPresent()
                        ? "no tolerance above rounding would count fewer; "
                        : "a tolerance below %s, the largest defect that counts, would count fewer; "
                            .formatted(Numbers.shown(largest)))
            .findFirst()
            .orElse("");
    String above =
        DoubleStream.of(sensitive).filter(defect -> defect > tolerance).min().stream()
            .mapToObj(
                smallest ->
                    "a tolerance of %s, the smallest defect that does not count, would count more; "
                        .formatted(Numbers.shown(smallest)))
            .findFirst()
            .orElse("");
    return below
        + above
        + "other samples, where the model behaves otherwise; another set of candidates (--action).";
  }
}
