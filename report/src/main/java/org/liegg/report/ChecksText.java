package org.liegg.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.Stability;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.text.Numbers;

/** Whether the answer holds along finite group elements and on other samples. */
record ChecksText(TextStyle style, SymmetryReport report) {
  /** Generators that are listed; the JSON report holds them all. */
  private static final int SHOWN = 4;

  List<List<String>> sections() {
    List<List<String>> sections = new ArrayList<>();
    if (!report.finiteCheck().isEmpty()) {
      sections.add(finite());
    }
    report.stability().map(this::stability).ifPresent(sections::add);
    return sections;
  }

  private List<String> finite() {
    Map<Integer, List<FiniteCheck>> byGenerator =
        report.finiteCheck().stream()
            .collect(
                Collectors.groupingBy(FiniteCheck::generator, TreeMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    lines.add(
        style.withAside(
            style.bold("Finite transformations"),
            style.text("  mean square change along exp(tA), and what the generator predicts")));
    byGenerator.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> lines.add(style.text("  " + line(entry.getKey(), entry.getValue()))));
    if (byGenerator.size() > SHOWN) {
      lines.add(style.text("  … and %d more generators".formatted(byGenerator.size() - SHOWN)));
    }
    return lines;
  }

  /** Of one generator the longest path that was measured, and the one nearest to 0.1. */
  private static String line(int generator, List<FiniteCheck> checks) {
    FiniteCheck small =
        checks.stream()
            .min(Comparator.comparingDouble(check -> Math.abs(check.t() - 0.1)))
            .orElseThrow();
    FiniteCheck large =
        checks.stream().max(Comparator.comparingDouble(FiniteCheck::t)).orElseThrow();
    return "%2d  t = %s: %s, predicted %s · t = %s: %s, predicted %s"
        .formatted(
            generator + 1,
            Numbers.chosen(small.t()),
            Numbers.shown(small.measured()),
            Numbers.shown(small.predicted()),
            Numbers.chosen(large.t()),
            Numbers.shown(large.measured()),
            Numbers.shown(large.predicted()));
  }

  private List<String> stability(Stability stability) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.withAside(
            style.bold("Stability"),
            stability.holds()
                ? "  the answer holds on other samples"
                : "  the answer does not hold on other samples"));
    for (Stability.Trial trial : stability.trials()) {
      lines.addAll(
          style.wrap(
              "  %s (%s): dimension %d, largest defect %s, largest angle %s"
                  .formatted(
                      trial.variation(),
                      Numbers.count(trial.samples(), "sample"),
                      trial.dimension(),
                      Numbers.shown(trial.largestDefect()),
                      Numbers.degrees(trial.largestAngle())),
              4));
    }
    return lines;
  }
}
