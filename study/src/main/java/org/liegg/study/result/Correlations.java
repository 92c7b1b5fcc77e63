package org.liegg.study.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.liegg.study.spec.Augmentation;

/** How symmetry goes with accuracy and size over the cells of a study. */
final class Correlations {
  private static final double CONFIDENCE = 0.95;

  /** Fewer have no interval. */
  private static final int FEWEST = 5;

  private Correlations() {}

  /** A number of a cell, where it has one. */
  @FunctionalInterface
  private interface Column {
    Optional<Double> of(CellResult result);
  }

  /**
   * Of all cells that were trained and measured, of those with two or more hidden layers, and of
   * those of one parameter budget, where depth can only be had for width.
   */
  static List<Correlation> of(List<CellResult> results) {
    List<CellResult> measured =
        results.stream()
            .filter(result -> result.findings().isPresent())
            .filter(r -> r.cell().regime().augmentation() != Augmentation.UNTRAINED)
            .toList();
    Map<String, Column> sizes = new LinkedHashMap<>();
    sizes.put("testError", r -> Optional.of(found(r).heldOut().testError()));
    sizes.put("hiddenLayers", r -> Optional.of((double) r.cell().hiddenLayers()));
    Map<String, Column> every = new LinkedHashMap<>(sizes);
    every.put("parameters", r -> Optional.of((double) r.cell().parameters()));
    every.put("width", r -> Optional.of((double) r.cell().width()));
    List<Correlation> all = new ArrayList<>(among("all", measured, every));
    List<CellResult> deep = measured.stream().filter(r -> r.cell().hiddenLayers() > 1).toList();
    if (deep.size() < measured.size()) {
      all.addAll(among("hiddenLayers >= 2", deep, every));
    }
    measured.stream()
        .flatMap(result -> result.cell().parameterBudget().stream())
        .distinct()
        .forEach(
            budget ->
                all.addAll(
                    among(
                        "parameterBudget = " + budget,
                        measured.stream()
                            .filter(r -> r.cell().parameterBudget().equals(Optional.of(budget)))
                            .toList(),
                        sizes)));
    return List.copyOf(all);
  }

  private static List<Correlation> among(
      String name, List<CellResult> cells, Map<String, Column> others) {
    Map<String, Column> symmetry = new LinkedHashMap<>();
    symmetry.put("varianceMean", r -> found(r).variance().mean());
    symmetry.put("referenceDefectMean", r -> found(r).defects().mean());
    symmetry.put("defectSmallest", r -> found(r).defects().smallest());
    List<Correlation> all = new ArrayList<>();
    symmetry.forEach(
        (x, ofX) ->
            others.forEach(
                (y, ofY) ->
                    correlation(name, x, y, values(cells, ofX), values(cells, ofY))
                        .ifPresent(all::add)));
    return all;
  }

  private static Findings found(CellResult result) {
    return result.findings().orElseThrow();
  }

  /** Empty where a cell has no such value. */
  private static double[] values(List<CellResult> cells, Column column) {
    List<Double> values = cells.stream().map(column::of).flatMap(Optional::stream).toList();
    return values.size() < cells.size()
        ? new double[0]
        : values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Empty where there are too few cells, or one column is the same everywhere. */
  static Optional<Correlation> correlation(
      String among, String x, String y, double[] xs, double[] ys) {
    int n = xs.length;
    if (n < FEWEST || ys.length != n) {
      return Optional.empty();
    }
    double rho = new SpearmansCorrelation().correlation(xs, ys);
    return Double.isNaN(rho)
        ? Optional.empty()
        : Optional.of(new Correlation(among, x, y, n, rho, interval(rho, n)));
  }

  private static double[] interval(double rho, int n) {
    if (Math.abs(rho) >= 1) {
      return new double[] {rho, rho};
    }
    double reach =
        new NormalDistribution().inverseCumulativeProbability(0.5 + CONFIDENCE / 2)
            * Math.sqrt((1 + rho * rho / 2) / (n - 3));
    double z = 0.5 * Math.log((1 + rho) / (1 - rho));
    return new double[] {Math.tanh(z - reach), Math.tanh(z + reach)};
  }
}
