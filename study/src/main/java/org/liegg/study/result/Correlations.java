package org.liegg.study.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Regime;

/** How symmetry goes with accuracy and size over the cells of a study. */
final class Correlations {
  private static final String DEPTH = "hiddenLayers";
  private static final String ERROR = "testError";
  private static final String PARAMETERS = "parameters";
  private static final String BUDGET = "parameterBudget = ";

  private Correlations() {}

  /** A number of a cell, where it has one. */
  @FunctionalInterface
  private interface Column {
    Optional<Double> of(CellResult result);
  }

  private static final Map<String, Column> SIZES =
      ordered(
          Map.entry(ERROR, r -> Optional.of(found(r).heldOut().testError())),
          Map.entry(DEPTH, r -> Optional.of((double) r.cell().hiddenLayers())),
          Map.entry(PARAMETERS, r -> Optional.of((double) r.cell().parameters())),
          Map.entry("width", r -> Optional.of((double) r.cell().width())));

  private static final Map<String, Column> SYMMETRY =
      ordered(
          Map.entry("varianceMean", r -> found(r).variance().mean()),
          Map.entry("referenceDefectMean", r -> found(r).defects().mean()),
          Map.entry("defectSmallest", r -> found(r).defects().smallest()),
          Map.entry("largestAngle", r -> found(r).reference().largestAngle()));

  /**
   * Of all cells that were trained and measured, of those with two or more hidden layers, of those
   * that were trained alike, and of those of one parameter budget, where depth can only be had for
   * width. Depth is also looked at with the error held, with the parameters, and with both.
   */
  static List<Correlation> of(List<CellResult> results) {
    List<CellResult> measured =
        results.stream()
            .filter(result -> result.findings().isPresent())
            .filter(r -> r.cell().regime().augmentation() != Augmentation.UNTRAINED)
            .toList();
    List<Correlation> all = new ArrayList<>();
    groups(measured).forEach((name, cells) -> all.addAll(among(name, cells)));
    return List.copyOf(all);
  }

  private static Map<String, List<CellResult>> groups(List<CellResult> measured) {
    Map<String, List<CellResult>> groups = new LinkedHashMap<>();
    groups.put("all", measured);
    List<CellResult> deep = some(measured, r -> r.cell().hiddenLayers() > 1);
    if (deep.size() < measured.size()) {
      groups.put("hiddenLayers >= 2", deep);
    }
    List<Regime> regimes = measured.stream().map(r -> r.cell().regime()).distinct().toList();
    if (regimes.size() > 1) {
      for (Regime regime : regimes) {
        groups.put(label(regime), some(measured, r -> r.cell().regime().equals(regime)));
      }
    }
    measured.stream()
        .flatMap(result -> result.cell().parameterBudget().stream())
        .distinct()
        .forEach(
            budget ->
                groups.put(
                    BUDGET + budget,
                    some(measured, r -> r.cell().parameterBudget().equals(Optional.of(budget)))));
    return groups;
  }

  private static List<CellResult> some(List<CellResult> cells, Predicate<CellResult> which) {
    return cells.stream().filter(which).toList();
  }

  /** What a spec says of the training, where it says anything. */
  private static String label(Regime regime) {
    List<String> said = new ArrayList<>();
    said.add("augmentation = " + regime.augmentation().label());
    regime
        .activation()
        .ifPresent(one -> said.add("activation = " + one.name().toLowerCase(Locale.ROOT)));
    if (regime.weightDecay() > 0) {
      said.add("weightDecay = " + regime.weightDecay());
    }
    if (regime.pretrain() > 0) {
      said.add("pretrain = " + regime.pretrain());
    }
    if (regime.layerwise()) {
      said.add("layerwise");
    }
    return String.join(", ", said);
  }

  private static List<Correlation> among(String name, List<CellResult> cells) {
    boolean oneBudget = name.startsWith(BUDGET);
    List<Correlation> all = new ArrayList<>();
    for (String x : SYMMETRY.keySet()) {
      for (String y : oneBudget ? List.of(ERROR, DEPTH) : List.copyOf(SIZES.keySet())) {
        correlation(name, cells, x, y, List.of()).ifPresent(all::add);
      }
      for (List<String> held :
          oneBudget
              ? List.of(List.of(ERROR))
              : List.of(List.of(ERROR), List.of(PARAMETERS), List.of(ERROR, PARAMETERS))) {
        correlation(name, cells, x, DEPTH, held).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Empty where it says nothing. */
  private static Optional<Correlation> correlation(
      String among, List<CellResult> cells, String x, String y, List<String> given) {
    double[][] held = given.stream().map(one -> values(cells, one)).toArray(double[][]::new);
    return RankCorrelation.of(values(cells, x), values(cells, y), held)
        .map(
            rho ->
                new Correlation(
                    among,
                    x,
                    y,
                    given,
                    cells.size(),
                    rho,
                    RankCorrelation.interval(rho, cells.size(), held.length)));
  }

  private static Findings found(CellResult result) {
    return result.findings().orElseThrow();
  }

  /** Empty where a cell has no such value. */
  private static double[] values(List<CellResult> cells, String name) {
    Column column = Objects.requireNonNull(SIZES.getOrDefault(name, SYMMETRY.get(name)));
    List<Double> values = cells.stream().map(column::of).flatMap(Optional::stream).toList();
    return values.size() < cells.size()
        ? new double[0]
        : values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @SafeVarargs
  private static Map<String, Column> ordered(Map.Entry<String, Column>... columns) {
    Map<String, Column> all = new LinkedHashMap<>();
    for (Map.Entry<String, Column> one : columns) {
      all.put(one.getKey(), one.getValue());
    }
    return all;
  }
}
