package org.liegg.report.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.Printable;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.report.text.Numbers;

/** Where a group is broken, in words. */
public final class WhereText {

  private WhereText() {}

  /**
   * Paragraphs: a sentence, and under it a line for each part.
   *
   * @return a list of lines each, the sentence first
   */
  public static List<List<String>> paragraphs(Where where) {
    List<List<String>> paragraphs = new ArrayList<>();
    where.region().ifPresent(found -> paragraphs.add(List.of(region(found))));
    for (Where.SlicedBy sliced : where.slices()) {
      List<String> lines = new ArrayList<>();
      lines.add(slices(sliced));
      sliced.parts().forEach(part -> lines.add(part(part)));
      paragraphs.add(lines);
    }
    where.beyond().ifPresent(found -> paragraphs.add(beyond(found)));
    if (!where.layers().isEmpty()) {
      paragraphs.add(layers(where.layers()));
    }
    return paragraphs;
  }

  /** The sentences alone. */
  public static List<String> sentences(Where where) {
    return paragraphs(where).stream().map(lines -> lines.get(0)).toList();
  }

  private static String region(BreakingRegion region) {
    List<SamplePart> broken =
        region.leaves().stream()
            .map(BreakingRegion.Leaf::part)
            .filter(part -> part.verdict() == Verdict.BROKEN)
            .toList();
    if (broken.isEmpty()) {
      return region.leaves().stream().allMatch(WhereText::holds)
          ? "No region was found in which it breaks."
          : "Where it breaks is not certain. Give more samples.";
    }
    if (region.elsewhere().isEmpty()) {
      return "It breaks everywhere: no threshold of the inputs tells where it does not.";
    }
    SamplePart rest = region.elsewhere().get();
    return "It breaks where %s: %s; elsewhere %s: %s."
        .formatted(
            broken.stream()
                .map(
                    part ->
                        "%s (%s of the samples)"
                            .formatted(Printable.text(part.name()), Answers.percent(part.share())))
                .collect(Collectors.joining(", or where ")),
            Answers.defect(region.breaks().flatMap(SamplePart::worst)),
            rest.verdict() == Verdict.INVARIANT ? "it holds" : "it is not certain",
            Answers.defect(rest.worst()));
  }

  private static boolean holds(BreakingRegion.Leaf leaf) {
    return leaf.part().verdict() == Verdict.INVARIANT;
  }

  private static String slices(Where.SlicedBy sliced) {
    return "By %s: %s."
        .formatted(
            Printable.text(sliced.by()),
            counts(sliced.parts().stream().map(Answers::of).toList(), "slice"));
  }

  /** How many have which answer, e.g. {@code 3 slices hold, 1 breaks}. */
  private static String counts(List<String> answers, String noun) {
    List<String> said = new ArrayList<>();
    String unit = noun;
    for (String answer : List.of("holds", "breaks", "not certain", "too few")) {
      long count = answers.stream().filter(answer::equals).count();
      if (count > 0) {
        said.add(
            "%s %s"
                .formatted(
                    unit.isEmpty() ? Numbers.count(count) : Numbers.count(count, unit),
                    said(answer, count)));
        unit = "";
      }
    }
    return String.join(", ", said);
  }

  private static String said(String answer, long count) {
    String plural = count == 1 ? answer : answer.replaceFirst("s$", "");
    return switch (answer) {
      case "not certain" -> count == 1 ? "is not certain" : "are not certain";
      case "too few" -> count == 1 ? "has too few samples" : "have too few samples";
      default -> plural;
    };
  }

  private static String part(SamplePart part) {
    boolean breaks = part.verdict() == Verdict.BROKEN;
    return "%s (%s, %s of the samples): %s%s"
        .formatted(
            Printable.text(part.name()),
            Answers.of(part),
            Answers.percent(part.share()),
            part.worst().isEmpty()
                ? Numbers.count(part.samples(), "sample")
                : Answers.defect(part.worst()),
            breaks
                ? ", %s of all change, along %s"
                    .formatted(
                        Answers.percent(part.ofChange()),
                        part.worst().map(one -> Printable.text(one.element())).orElse(""))
                : "");
  }

  private static List<String> beyond(BeyondData beyond) {
    List<String> lines = new ArrayList<>();
    lines.add("Moved away from their mean, samples %s.".formatted(reach(beyond)));
    for (BeyondData.Step step : beyond.steps()) {
      lines.add(
          "factor %s (%s): %s"
              .formatted(
                  Numbers.chosen(step.factor()),
                  Answers.of(step.verdict(), step.worst()),
                  Answers.defect(step.worst())));
    }
    return lines;
  }

  private static String reach(BeyondData beyond) {
    Optional<Double> breaks =
        beyond.steps().stream()
            .filter(step -> step.verdict() == Verdict.BROKEN)
            .map(BeyondData.Step::factor)
            .findFirst();
    String broken =
        breaks.map(factor -> "break it at a factor of " + Numbers.chosen(factor)).orElse("");
    String kept =
        beyond
            .holdsTo()
            .map(factor -> "keep it up to a factor of " + Numbers.chosen(factor))
            .orElse("");
    if (kept.isEmpty() && broken.isEmpty()) {
      return "tell too little to say how far it holds";
    }
    return kept.isEmpty() || broken.isEmpty() ? kept + broken : kept + " and " + broken;
  }

  private static List<String> layers(List<Where.LayerDefect> layers) {
    List<String> lines = new ArrayList<>();
    lines.add("By layer: %s.".formatted(depth(layers)));
    for (Where.LayerDefect layer : layers) {
      lines.add(
          "%s, %s of %s (%s): %s"
              .formatted(
                  Printable.text(layer.layer()),
                  Printable.text(layer.kind()),
                  Numbers.count(layer.size(), "feature"),
                  layer.failed().isPresent()
                      ? "not measured"
                      : Answers.of(layer.verdict(), layer.worst()),
                  layer
                      .failed()
                      .map(Printable::text)
                      .orElseGet(() -> Answers.defect(layer.worst()))));
    }
    return lines;
  }

  /** From which layer on all features are invariant. */
  private static String depth(List<Where.LayerDefect> layers) {
    int from = layers.size();
    while (from > 0 && layers.get(from - 1).verdict() == Verdict.INVARIANT) {
      from--;
    }
    if (from == layers.size()) {
      return "no layer's features are certainly invariant up to the output";
    }
    return from == 0
        ? "the features of every one are invariant"
        : "features are invariant from %s on".formatted(Printable.text(layers.get(from).layer()));
  }
}
