package org.liegg.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Dataset;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.WarningCode;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Orbit;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;

/**
 * Tries what was found on finite group elements, on a few of the samples.
 *
 * @param limit use the first samples only
 * @param wanted how many samples to draw, ≥ 1
 */
record FiniteStage(
    ModelGradient model,
    Dataset data,
    GroupAction action,
    GroupFlows flows,
    Optional<ReferenceAlgebra> reference,
    OptionalLong limit,
    int batchSize,
    int wanted,
    long seed) {
  static final WarningCode FAILED = WarningCode.FINITE_CHECK_FAILED;
  static final String LOST =
      "Finite group elements were not tried: the generators are known by gradients alone";

  /**
   * Runs.
   *
   * @param generators of the report, smallest defect first
   * @param defects knows the trivial directions
   * @param descriptions hears of what fails
   */
  ReportExtras run(List<Generator> generators, DefectSpectrum defects, Descriptions descriptions) {
    if (generators.isEmpty()) {
      return ReportExtras.none();
    }
    long cost = flows.cost() * FiniteChecks.TIMES.length * (reference.isPresent() ? 2 : 1);
    FinitePlan plan = FinitePlan.of(generators.size(), wanted, cost);
    FiniteSamples samples = FiniteSamples.draw(data, limit, batchSize, plan.samples(), seed);
    MovedModel moved = new MovedModel(model, flows, batchSize);
    Optional<FiniteChecks> checks =
        descriptions.get(
            FAILED,
            LOST,
            Optional.empty(),
            () -> Optional.of(checks(generators, plan, samples, moved)));
    List<Orbit> orbits =
        descriptions.get(
            WarningCode.ORBITS_FAILED,
            "There are no orbits, and no pictures of them",
            List.of(),
            () ->
                new Orbits(moved, flows, model.info(), data.sampleShape())
                    .of(
                        generators.stream().map(Generator::coefficients).toList(),
                        defects,
                        samples));
    return new ReportExtras(
        checks.map(FiniteChecks::checks).orElse(List.of()),
        checks.map(FiniteChecks::breakingSamples).orElse(List.of()),
        orbits,
        Optional.empty(),
        checks
            .map(done -> new FiniteWarnings(done.mismatches(), done.incomplete()).warnings())
            .orElse(List.of()),
        checks.filter(done -> mostly(done, plan.generators().size())).isPresent());
  }

  private static boolean mostly(FiniteChecks done, int tried) {
    long against = done.mismatches().stream().mapToInt(FiniteCheck::generator).distinct().count();
    return 2 * against > tried;
  }

  private FiniteChecks checks(
      List<Generator> generators, FinitePlan plan, FiniteSamples samples, MovedModel moved) {
    double[][] tried =
        plan.generators().stream()
            .map(place -> generators.get(place).coefficients())
            .toArray(double[][]::new);
    FiniteChecks checks =
        new FiniteChecks(
            moved,
            samples,
            SecondOrder.of(model, action, samples.batch(), tried, batchSize),
            model.info().precision(),
            reference.map(ReferenceAlgebra::generators));
    for (int at = 0; at < tried.length; at++) {
      int place = plan.generators().get(at);
      checks.check(place, at, tried[at], place == generators.size() - 1);
    }
    return checks;
  }
}
