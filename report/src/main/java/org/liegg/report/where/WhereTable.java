package org.liegg.report.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Printable;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Where;
import org.liegg.report.text.Numbers;

/**
 * Where a group is broken, as a table.
 *
 * @param caption what it holds
 * @param header names of the columns
 * @param rows a row each, as many cells as the header has
 */
public record WhereTable(String caption, List<String> header, List<List<String>> rows) {

  /** Copies the lists. */
  public WhereTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** All tables of what was found. */
  public static List<WhereTable> of(Where where) {
    List<WhereTable> tables = new ArrayList<>();
    where.region().map(WhereTable::region).ifPresent(tables::add);
    for (Where.SlicedBy sliced : where.slices()) {
      tables.add(parts("Slices by " + Printable.text(sliced.by()), sliced.parts()));
    }
    where.beyond().map(WhereTable::beyond).ifPresent(tables::add);
    if (!where.layers().isEmpty()) {
      tables.add(layers(where.layers()));
    }
    return tables;
  }

  private static WhereTable region(BreakingRegion region) {
    return parts(
        "The region as a tree", region.leaves().stream().map(BreakingRegion.Leaf::part).toList());
  }

  private static WhereTable parts(String caption, List<SamplePart> parts) {
    return new WhereTable(
        caption,
        List.of(
            "samples", "answer", "defect", "interval", "count", "share", "of all change", "along"),
        parts.stream()
            .map(
                part ->
                    List.of(
                        Printable.text(part.name()),
                        Answers.of(part),
                        part.worst().map(one -> Numbers.shown(one.defect())).orElse(""),
                        part.worst().map(one -> Numbers.interval(one.interval())).orElse(""),
                        Numbers.count(part.samples()),
                        Answers.percent(part.share()),
                        Answers.percent(part.ofChange()),
                        along(part.worst())))
            .toList());
  }

  private static WhereTable beyond(BeyondData beyond) {
    return new WhereTable(
        "Samples moved away from their mean",
        List.of("factor", "answer", "defect", "interval", "along"),
        beyond.steps().stream()
            .map(
                step ->
                    List.of(
                        Numbers.chosen(step.factor()),
                        Answers.of(step.verdict(), step.worst()),
                        step.worst().map(one -> Numbers.shown(one.defect())).orElse(""),
                        step.worst().map(one -> Numbers.interval(one.interval())).orElse(""),
                        along(step.worst())))
            .toList());
  }

  private static WhereTable layers(List<Where.LayerDefect> layers) {
    return new WhereTable(
        "Features of layers",
        List.of("layer", "kind", "size", "answer", "defect", "interval"),
        layers.stream()
            .map(
                layer ->
                    List.of(
                        Printable.text(layer.layer()),
                        Printable.text(layer.kind()),
                        Numbers.count(layer.size()),
                        layer
                            .failed()
                            .map(Printable::text)
                            .orElseGet(() -> Answers.of(layer.verdict(), layer.worst())),
                        layer.worst().map(one -> Numbers.shown(one.defect())).orElse(""),
                        layer.worst().map(one -> Numbers.interval(one.interval())).orElse("")))
            .toList());
  }

  private static String along(Optional<GroupCheck.Worst> worst) {
    return worst.map(one -> Printable.text(one.element())).orElse("");
  }
}
