package org.liegg.report;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.subject.SubjectText;
import org.liegg.report.text.Numbers;

/** The answer in a sentence or two. */
final class VerdictText {
  /** Subspaces of one dimension within this angle, in degrees, are called by one name. */
  private static final double SAME = 5;

  /** A defect this far below the baseline is worth a word even where it is no symmetry. */
  private static final double PARTLY = 0.5;

  private VerdictText() {}

  static String of(SymmetryReport report) {
    if (report.group().isPresent()) {
      return GroupText.verdict(report, report.group().get());
    }
    if (report.finite().isPresent()) {
      return TransformationsText.verdict(report, report.finite().get());
    }
    if (DiscreteText.isAll(report)) {
      return DiscreteText.verdict(report.discrete().orElseThrow());
    }
    return SubjectText.of(
        report.model(),
        switch (report.nullspace().verdict()) {
          case INVARIANT -> invariant(report);
          case BROKEN -> broken(report);
          case INSUFFICIENT_EVIDENCE -> insufficient(report);
        });
  }

  /** What a model is to a symmetry: with an action on its output, too, it is equivariant. */
  private static String kind(SymmetryReport report) {
    return report.action().equivariant() ? "equivariant" : "invariant";
  }

  private static String invariant(SymmetryReport report) {
    Nullspace nullspace = report.nullspace();
    int dimension = nullspace.dimension();
    int directions = report.action().dimension();
    if (report.action().ofEquation()) {
      return "The equation has %s of %s as symmetries, by a defect ≤ %s: %s."
              .formatted(
                  Numbers.count(dimension),
                  Numbers.count(directions, "candidate"),
                  Numbers.chosen(nullspace.tolerance()),
                  what(report))
          + IsolationText.caution(nullspace);
    }
    if (nullspace.trivial() == dimension) {
      return dimension == directions
          ? "The model depends on nothing that the %s move: all are symmetries of this kind."
              .formatted(Numbers.count(directions, "direction"))
          : "The model is %s along %s of %s: %s. No other direction has a defect ≤ %s."
              .formatted(
                  kind(report),
                  Numbers.count(dimension),
                  Numbers.count(directions, "direction"),
                  trivial(report),
                  Numbers.chosen(nullspace.tolerance()));
    }
    return "The model is %s to %s: %s of %s %s a defect ≤ %s%s."
            .formatted(
                kind(report),
                what(report),
                Numbers.count(dimension),
                Numbers.count(directions, "direction"),
                dimension == 1 ? "has" : "have",
                Numbers.chosen(nullspace.tolerance()),
                nullspace.trivial() == 0
                    ? ""
                    : "; %s of them %s insensitive: %s"
                        .formatted(
                            Numbers.count(nullspace.trivial()),
                            nullspace.trivial() == 1 ? "is" : "are",
                            trivial(report)))
        + IsolationText.caution(nullspace);
  }

  private static String trivial(SymmetryReport report) {
    boolean one = report.nullspace().trivial() == 1;
    return kind(report).equals("equivariant")
        ? one ? "it acts on nothing" : "they act on nothing"
        : "the model does not depend on what %s, at this tolerance"
            .formatted(one ? "it moves" : "they move");
  }

  /** The algebra by its name, or by its dimension where it has none. */
  private static String what(SymmetryReport report) {
    int dimension = report.nullspace().dimension();
    Optional<String> known = report.reference().map(named -> reference(named, dimension));
    Optional<Algebra> algebra = report.algebra();
    if (algebra.filter(Algebra::leavesItsSpan).isPresent()) {
      return "%s that are not closed under brackets%s"
          .formatted(
              Numbers.count(dimension, "direction"),
              known.map(text -> " (" + text + ")").orElse(""));
    }
    return algebra
        .filter(Algebra::identified)
        .map(
            found ->
                "%s (%d-dimensional%s)"
                    .formatted(
                        found.name(), found.dimension(), known.map(text -> "; " + text).orElse("")))
        .orElseGet(
            () ->
                "%s %d-dimensional algebra%s"
                    .formatted(
                        article(dimension),
                        dimension,
                        known.map(text -> " (" + text + ")").orElse("")));
  }

  private static String reference(Reference known, int dimension) {
    double[] angles = known.principalAngles();
    double largest = angles.length == 0 ? 0 : angles[angles.length - 1];
    String angle = "largest principal angle " + Numbers.degrees(largest);
    boolean inside = largest <= SAME;
    if (known.dimension() == dimension) {
      return inside
          ? "the reference %s, %s".formatted(known.name(), angle)
          : "not the reference %s: %s".formatted(known.name(), angle);
    }
    return inside && known.dimension() < dimension
        ? "it contains the reference %s, %s".formatted(known.name(), angle)
        : "not the reference %s, which has dimension %d".formatted(known.name(), known.dimension());
  }

  private static String broken(SymmetryReport report) {
    int directions = report.action().dimension();
    double[] defects = report.spectrum().defect();
    String none =
        "The %s has no symmetry among the %s"
            .formatted(
                report.action().subject().orElse("model"), Numbers.count(directions, "direction"));
    if (defects.length == 0) {
      return none + ".";
    }
    double smallest = DoubleStream.of(defects).min().orElseThrow();
    return "%s: the smallest defect is %s, a symmetry has ≤ %s.%s"
        .formatted(
            none,
            Numbers.shown(smallest),
            Numbers.chosen(report.nullspace().tolerance()),
            smallest > 0 && smallest < PARTLY && !report.action().ofEquation()
                ? " Along that direction it is partly %s: it changes %s times less than if it were not related."
                    .formatted(kind(report), Numbers.shown(1 / smallest))
                : "");
  }

  private static String insufficient(SymmetryReport report) {
    long samples = report.data().used();
    if (samples == 0) {
      return "Not enough evidence to say: no sample was used.";
    }
    long rows = samples * report.model().outputSize();
    int directions = report.action().dimension();
    if (report.nullspace().trivial() == directions) {
      return "Not enough evidence to say: the model does not change, in any direction or at any"
          + " sample.";
    }
    if (rows >= directions && !GateText.limits(report).isEmpty()) {
      return "Not enough evidence to say: these samples carry less than their number, see the"
          + " warnings."
          + seemingly(report.nullspace());
    }
    Optional<int[]> bounds = report.nullspace().interval();
    if (rows >= directions && bounds.isPresent() && bounds.get()[1] < directions) {
      return "Not enough evidence to say: "
          + open(bounds.get()[0], bounds.get()[1], report.nullspace().tolerance());
    }
    String because =
        rows < directions
            ? "%s with %s give %s for %s."
                .formatted(
                    Numbers.count(samples, "sample"),
                    Numbers.count(report.model().outputSize(), "output"),
                    Numbers.count(rows, "row"),
                    Numbers.count(directions, "unknown direction"))
            : "%s cannot settle %s at a defect of %s."
                .formatted(
                    Numbers.count(samples, "sample"),
                    Numbers.count(directions, "direction"),
                    Numbers.chosen(report.nullspace().tolerance()));
    return "Not enough evidence to say: " + because + seemingly(report.nullspace());
  }

  private static String open(int low, int high, double tolerance) {
    return "%s at a defect ≤ %s, %s open. More samples narrow it."
        .formatted(
            low == 0
                ? "no direction is certain"
                : "%s certain"
                    .formatted(Numbers.count(low, "direction") + (low == 1 ? " is" : " are")),
            Numbers.chosen(tolerance),
            Numbers.count(high - low) + (high - low == 1 ? " is" : " are"));
  }

  private static String seemingly(Nullspace nullspace) {
    return nullspace.dimension() == 0
        ? ""
        : " %s like %s, and may only be unseen."
            .formatted(
                nullspace.dimension() == 1
                    ? "1 direction looks"
                    : Numbers.count(nullspace.dimension()) + " directions look",
                nullspace.dimension() == 1 ? "a symmetry" : "symmetries");
  }

  private static String article(int number) {
    String digits = Integer.toString(number);
    // Eight, eighteen, eighty … and eleven start with a vowel.
    return digits.startsWith("8") || number == 11 || number == 18 ? "an" : "a";
  }
}
