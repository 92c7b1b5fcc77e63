package org.liegg.core.finite;

import java.util.List;
import java.util.Optional;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.WarningCode;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Orbit;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.assemble.ReportExtras;
import org.liegg.core.evidence.ReferenceAlgebra;

/** Tries what was found on finite group elements, on a few of the samples. */
public final class FiniteStage {
  /** What is warned of where the stage fails. */
  public static final WarningCode FAILED = WarningCode.FINITE_CHECK_FAILED;

  /** What is lost then, for the message. */
  public static final String LOST =
      "Finite group elements were not tried: the generators are known by gradients alone";

  private final ModelGradient model;
  private final GroupAction action;
  private final GroupFlows flows;
  private final Optional<ReferenceAlgebra> reference;
  private final FiniteDraw draw;

  /**
   * A stage.
   *
   * @param action bound to the model's outputs
   * @param flows of the action's generators
   * @param draw the samples it is tried on
   */
  public FiniteStage(
      ModelGradient model,
      GroupAction action,
      GroupFlows flows,
      Optional<ReferenceAlgebra> reference,
      FiniteDraw draw) {
    this.model = model;
    this.action = action;
    this.flows = flows;
    this.reference = reference;
    this.draw = draw;
  }

  /**
   * Runs.
   *
   * @param generators of the report, smallest defect first
   * @param defects knows the trivial directions
   * @param descriptions hears of what fails
   */
  public ReportExtras run(
      List<Generator> generators, DefectSpectrum defects, Descriptions descriptions) {
    if (generators.isEmpty()) {
      return ReportExtras.none();
    }
    long cost = flows.cost() * FiniteChecks.TIMES.length * (reference.isPresent() ? 2 : 1);
    FinitePlan plan = FinitePlan.of(generators.size(), draw.wanted(), cost);
    FiniteSamples samples = draw.samples(plan.samples());
    TrialSessions sessions = new TrialSessions(model, flows, draw.batchSize(), draw.sessions());
    Optional<GeneratorTrial> tried =
        descriptions.get(
            FAILED,
            LOST,
            Optional.empty(),
            () -> Optional.of(tried(generators, plan, samples, sessions)));
    List<Orbit> orbits =
        descriptions.get(
            WarningCode.ORBITS_FAILED,
            "There are no orbits, and no pictures of them",
            List.of(),
            () ->
                new Orbits(sessions.first(), flows, model.info(), draw.sampleShape())
                    .of(
                        generators.stream().map(Generator::coefficients).toList(),
                        defects,
                        samples));
    return new ReportExtras(
        tried.map(GeneratorTrial::checks).map(List::copyOf).orElse(List.of()),
        tried.map(GeneratorTrial::breaking).map(List::copyOf).orElse(List.of()),
        orbits,
        Optional.empty(),
        Optional.empty(),
        tried
            .map(done -> new FiniteWarnings(done.mismatches(), done.incomplete()).warnings())
            .orElse(List.of()),
        tried.filter(done -> mostly(done, plan.generators().size())).isPresent());
  }

  private static boolean mostly(GeneratorTrial done, int tried) {
    long against = done.mismatches().stream().mapToInt(FiniteCheck::generator).distinct().count();
    return 2 * against > tried;
  }

  private GeneratorTrial tried(
      List<Generator> generators, FinitePlan plan, FiniteSamples samples, TrialSessions sessions) {
    double[][] tried =
        plan.generators().stream()
            .map(place -> generators.get(place).coefficients())
            .toArray(double[][]::new);
    FiniteChecks checks =
        new FiniteChecks(
            sessions.first(),
            samples,
            SecondOrder.of(model, action, samples.batch(), tried, draw.batchSize()),
            model.info(),
            reference.map(ReferenceAlgebra::generators));
    GeneratorTrial all = GeneratorTrial.empty();
    sessions
        .each(
            tried.length,
            (moved, at) -> {
              int place = plan.generators().get(at);
              return checks.check(moved, place, at, tried[at], place == generators.size() - 1);
            })
        .forEach(all::add);
    return all;
  }
}
