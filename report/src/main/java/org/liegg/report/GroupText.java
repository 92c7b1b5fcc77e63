package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liegg.api.Bounded;
import org.liegg.api.Printable;
import org.liegg.api.WarningCode;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.HtmlPage.Figure;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.text.Numbers;

/** What elements say of a group that was tried by them, in words. */
final class GroupText {

  /** Losses that are listed; the JSON report holds them all. */
  private static final int SHOWN = 8;

  private GroupText() {}

  /** The outcome of a gate, without what is said of the head. */
  static String gate(SymmetryReport report, GroupCheck group) {
    String answer =
        switch (report.nullspace().verdict()) {
          case INVARIANT -> "Holds: ";
          case BROKEN -> "Does not hold: ";
          case INSUFFICIENT_EVIDENCE -> "Not enough evidence: ";
        };
    return answer + said(report, group);
  }

  /** The answer of a report. */
  static String verdict(SymmetryReport report, GroupCheck group) {
    String said = said(report, group);
    return report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? "Not enough evidence: " + said
        : Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  private static String said(SymmetryReport report, GroupCheck group) {
    String kind = report.action().equivariant() ? "equivariant" : "invariant";
    return switch (report.nullspace().verdict()) {
      case INVARIANT ->
          "the model is %s to %s. %s%s%s"
              .formatted(kind, group.name(), worst(report, group), decided(group), unseen(group));
      case BROKEN ->
          "the model is not %s to all of %s. %s%s%s"
              .formatted(kind, group.name(), worst(report, group), passing(group), decided(group));
      case INSUFFICIENT_EVIDENCE -> undecided(report, group);
    };
  }

  private static String undecided(SymmetryReport report, GroupCheck group) {
    boolean constant =
        report.warnings().stream()
            .anyMatch(warning -> warning.code().equals(WarningCode.CONSTANT_MODEL.label()));
    if (constant) {
      return "the model gives the same output at all of %s, and may keep %s without having learned it."
          .formatted(Numbers.count(group.samples().used(), "sample"), group.name());
    }
    Optional<GroupCheck.Worst> worst = group.worst();
    if (worst.isEmpty()) {
      return "there are too few samples to measure %s. Give more samples.".formatted(group.name());
    }
    double tolerance = report.nullspace().tolerance();
    double[] bounds = worst.get().interval();
    Optional<String> lost =
        bounds[0] > tolerance ? loss(group, worst.get().element()) : Optional.empty();
    String why =
        lost.orElseGet(
            () ->
                bounds[0] <= tolerance && tolerance < bounds[1]
                    ? " The bounds are on both sides. Give more samples."
                    : " That counts for nothing on these samples: see the warnings.");
    return worst(report, group)
        + why
        + TransformationsText.more(report, report.finite().orElseThrow());
  }

  private static Optional<String> loss(GroupCheck group, String element) {
    return group.losses().stream()
        .filter(one -> one.element().equals(element))
        .findFirst()
        .map(
            one ->
                " That is no more than what interpolation loses: there and back it changes %s of the same, whatever the model has learned. Give samples that lose less."
                    .formatted(shown(one.lost(), one.interval())));
  }

  private static String worst(SymmetryReport report, GroupCheck group) {
    if (group.worst().isEmpty()) {
      return "No element could be measured.";
    }
    GroupCheck.Worst worst = group.worst().get();
    String tolerance = Numbers.chosen(report.nullspace().tolerance());
    if (worst.defect() == 0 && worst.interval()[1] == 0) {
      return "It does not depend on what %s: insensitive at a share of %s.%s"
          .formatted(
              group.tested().elements() == 1
                  ? Printable.text(worst.element()) + " moves"
                  : "any of %s move".formatted(tried(group)),
              tolerance,
              samples(group));
    }
    String name = Printable.text(worst.element());
    return "%s a defect of %s; at most %s was asked for.%s%s"
        .formatted(
            group.tested().elements() == 1
                ? "Its 1 element beside the identity, %s, has".formatted(name)
                : "The worst of %s, %s, has".formatted(tried(group), name),
            shown(worst.defect(), worst.interval()),
            tolerance,
            report.measure().flatMap(DefectMeasure::worstOutput).map(GateText::output).orElse(""),
            samples(group));
  }

  private static String samples(GroupCheck group) {
    GroupCheck.Samples samples = group.samples();
    return samples.stoppedEarly()
        ? " %s were enough.".formatted(Numbers.count(samples.used(), "sample"))
        : " This is said on %s.".formatted(Numbers.count(samples.used(), "sample"));
  }

  private static String tried(GroupCheck group) {
    GroupCheck.Tested tested = group.tested();
    if (tested.all()) {
      return tested.elements() == 1
          ? "its 1 element beside the identity"
          : "all its %s beside the identity".formatted(Numbers.count(tested.elements(), "element"));
    }
    int drawn = tested.elements() - tested.generators();
    String generators = Numbers.count(tested.generators(), "generator");
    String others = "%s elements %s".formatted(Numbers.count(drawn), tested.how()).strip();
    return drawn == 0
        ? generators
        : tested.generators() == 0 ? others : generators + " and " + others;
  }

  private static String passing(GroupCheck group) {
    int contained = group.tested().contained();
    if (group.tested().elements() == 1) {
      return "";
    }
    return contained == 0
        ? " None of them passes."
        : " %s of them %s.".formatted(Numbers.count(contained), contained == 1 ? "passes" : "pass");
  }

  private static String decided(GroupCheck group) {
    return group
        .decisions()
        .map(
            one ->
                " Another output becomes the largest one at %s of the samples%s."
                    .formatted(
                        percent(one.changed(), one.interval()),
                        one.changed() == 0 ? "" : " along " + Printable.text(one.element())))
        .orElse("");
  }

  private static String unseen(GroupCheck group) {
    return group
        .tested()
        .unseen()
        .map(
            share ->
                " None of those that were drawn breaks it, so that at most %s of the group does, at 97.5 %%."
                    .formatted(percent(share)))
        .orElse("");
  }

  /** What was tried, in a line. */
  static String subject(GroupCheck group) {
    return "%s · %s · tried by %s"
        .formatted(
            group.name(),
            group
                .order()
                .map(
                    order ->
                        order.bitLength() < Long.SIZE
                            ? Numbers.count(order.longValue(), "element")
                            : "order " + order)
                .orElse("infinitely many elements"),
            tried(group));
  }

  /** What stands behind the list of elements on a terminal. */
  static List<List<String>> lines(TextStyle style, GroupCheck group) {
    List<List<String>> sections = new ArrayList<>();
    if (!group.worstSamples().isEmpty()) {
      sections.add(
          listed(
              style,
              "Samples that change most",
              "in units of what is not related to the element",
              group.worstSamples().stream()
                  .map(
                      one ->
                          "sample %d, %s: %s"
                              .formatted(
                                  one.sample(), one.element(), Numbers.shown(one.share())))));
    }
    if (!group.losses().isEmpty()) {
      sections.add(
          listed(
              style,
              "Lost there and back",
              "no fault of the model",
              group.losses().stream()
                  .limit(SHOWN)
                  .map(one -> shown(one.lost(), one.interval()) + "  " + one.element())));
    }
    return sections;
  }

  private static List<String> listed(
      TextStyle style, String title, String aside, Stream<String> items) {
    List<String> lines = new ArrayList<>();
    lines.add(style.withAside(style.bold(title), style.text("  " + aside)));
    items.forEach(item -> lines.addAll(style.wrap(style.text("  " + Printable.text(item)), 4)));
    return lines;
  }

  /** The figures of the page. */
  static List<Figure> figures(SymmetryReport report, GroupCheck group) {
    return List.of(
        new Figure("elements tried", Numbers.count(group.tested().elements())),
        new Figure("kept", Numbers.count(group.tested().contained())),
        new Figure("tolerance", Numbers.chosen(report.nullspace().tolerance())),
        new Figure("samples", Numbers.count(group.samples().used())));
  }

  /** The part of the page beside the table of elements. */
  static HtmlSection section(GroupCheck group) {
    GroupCheck.Samples samples = group.samples();
    HtmlSection section =
        new HtmlSection("group", "Group")
            .text(subject(group))
            .text(
                "Samples were taken until the answer was certain: %s of %s, at look %d of at most %d, which share one chance of an error."
                    .formatted(
                        Numbers.count(samples.used()),
                        Numbers.count(samples.drawn()),
                        samples.look(),
                        samples.looks()));
    group.decisions().ifPresent(one -> section.text(decided(group).strip()));
    group
        .tested()
        .unseen()
        .ifPresent(
            share ->
                section.text(
                    "Where none of the drawn elements breaks the group, at most %s of it does, at 97.5 %%."
                        .formatted(percent(share))));
    if (!group.worstSamples().isEmpty()) {
      section.table(
          "Samples that change most",
          List.of("sample", "element", "change", "share of the baseline"),
          group.worstSamples().stream()
              .map(
                  one ->
                      List.of(
                          Long.toString(one.sample()),
                          Printable.text(one.element()),
                          Numbers.shown(one.change()),
                          Numbers.shown(one.share())))
              .toList());
    }
    if (!group.losses().isEmpty()) {
      section.table(
          "Lost there and back, which is no fault of the model",
          List.of("element", "lost", "interval"),
          group.losses().stream()
              .map(
                  one ->
                      List.of(
                          Printable.text(one.element()),
                          Numbers.shown(one.lost()),
                          Numbers.interval(one.interval())))
              .toList());
    }
    return section;
  }

  private static String shown(double value, double[] interval) {
    return GateText.interval(new Bounded(value, interval[0], interval[1]));
  }

  private static String percent(double share, double[] interval) {
    return "%s %% [%s, %s]"
        .formatted(
            Numbers.shown(100 * share),
            Numbers.shown(100 * interval[0]),
            Numbers.shown(100 * interval[1]));
  }

  private static String percent(double share) {
    return Numbers.shown(100 * share) + " %";
  }
}
