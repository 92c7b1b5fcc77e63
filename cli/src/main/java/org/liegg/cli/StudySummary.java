package org.liegg.cli;

import java.util.Locale;
import java.util.Optional;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.Correlation;
import org.liegg.study.result.Findings;
import org.liegg.study.result.StudyResult;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Regime;

/** A study on a terminal: a line a network, then what goes with what. */
final class StudySummary {
  private static final String LINE = "%6s %6s %8s %6s  %-24s %10s %9s %10s %10s %9s %7s%n";

  private StudySummary() {}

  static String of(StudyResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            LINE,
            "layers",
            "width",
            "params",
            "seed",
            "training",
            "test error",
            "variance",
            "def.(min)",
            "def.(ref)",
            "angle",
            "dim"));
    result.cells().forEach(cell -> text.append(line(cell)));
    if (!result.correlations().isEmpty()) {
      // The first column stands for the others here, which mostly order networks alike.
      String shown = result.correlations().get(0).x();
      text.append(
          String.format(
              "%nRank correlations (Spearman, 95 %% intervals, networks as independent)%n"));
      result.correlations().stream()
          .filter(one -> one.x().equals(shown))
          .forEach(one -> text.append(line(one)));
    }
    return text.toString();
  }

  private static String line(CellResult result) {
    Cell cell = result.cell();
    Optional<Findings> found = result.findings();
    return String.format(
        Locale.ROOT,
        LINE,
        cell.hiddenLayers(),
        cell.width(),
        cell.parameters(),
        cell.seed(),
        regime(cell.regime()),
        found
            .map(f -> number(f.heldOut().testError()))
            .orElse(result.status().name().toLowerCase(Locale.ROOT)),
        found.flatMap(f -> f.variance().mean()).map(StudySummary::number).orElse("–"),
        found.flatMap(f -> f.defects().smallest()).map(StudySummary::number).orElse("–"),
        found.flatMap(f -> f.defects().worst()).map(StudySummary::number).orElse("–"),
        found
            .flatMap(f -> f.reference().largestAngle())
            .map(angle -> String.format(Locale.ROOT, "%.1f°", angle))
            .orElse("–"),
        found.map(f -> Integer.toString(f.symmetries().dimension())).orElse("–"));
  }

  private static String regime(Regime regime) {
    StringBuilder text = new StringBuilder(regime.augmentation().label());
    regime
        .activation()
        .ifPresent(one -> text.append(' ').append(one.name().toLowerCase(Locale.ROOT)));
    if (regime.weightDecay() > 0) {
      text.append(" decay ").append(number(regime.weightDecay()));
    }
    if (regime.pretrain() > 0) {
      text.append(" pretrain ").append(regime.pretrain());
    }
    return text.append(regime.layerwise() ? " layerwise" : "").toString();
  }

  private static String line(Correlation one) {
    return String.format(
        Locale.ROOT,
        "  %-20s with %-13s %+.2f [%+.2f, %+.2f]  (%s%s, %d networks)%n",
        one.x(),
        one.y(),
        one.rho(),
        one.interval()[0],
        one.interval()[1],
        one.among(),
        one.given().isEmpty() ? "" : ", given " + String.join(" and ", one.given()),
        one.cells());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2e", value);
  }
}
