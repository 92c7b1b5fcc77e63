package org.liegg.core;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Dataset;
import org.liegg.api.WarningCode;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.assemble.ReportExtras;
import org.liegg.core.evidence.Judging;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.finite.FiniteDraw;
import org.liegg.core.finite.FiniteStage;
import org.liegg.core.pass.Stages;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Extras;
import org.liegg.core.settings.Sampling;
import org.liegg.core.stability.SampleVariations;
import org.liegg.core.stability.StabilityTrials;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.NullspaceDecision;

/** What comes after the answer: finite group elements, and whether it holds on other samples. */
final class AfterAnswer {
  private final ExtractionSetup setup;
  private final Stages stages;
  private final FiniteDraw draw;
  private final ReadSamples read;
  private final Descriptions descriptions = new Descriptions();

  AfterAnswer(ExtractionSetup setup, Stages stages, FiniteDraw draw, ReadSamples read) {
    this.setup = setup;
    this.stages = stages;
    this.draw = draw;
    this.read = read;
  }

  /** What was found. Where something fails, the report has a warning in its place. */
  ReportExtras of(SymmetryReport report, NullspaceDecision decision, Judging judging) {
    ReportExtras extras = ReportExtras.none();
    if (setup.settings.extras().finiteSamples() > 0) {
      extras =
          descriptions.get(
              FiniteStage.FAILED, FiniteStage.LOST, extras, () -> finite(report, decision));
    }
    if (setup.settings.extras().stability() && report.data().used() >= 2) {
      Optional<StabilityTrials> trials =
          descriptions.get(
              WarningCode.STABILITY_FAILED,
              "Whether the answer holds on other samples is not known",
              Optional.empty(),
              () -> Optional.of(trials(report, decision, judging)));
      extras =
          extras.withStability(
              trials.map(StabilityTrials::result),
              trials.map(StabilityTrials::warnings).orElse(List.of()));
    }
    if (setup.settings.extras().discrete()) {
      extras = new DiscreteStage(setup, read, stages).addTo(extras, descriptions);
    }
    return extras.withWarnings(descriptions.warnings());
  }

  private ReportExtras finite(SymmetryReport report, NullspaceDecision decision) {
    setup.progress.stage("finite transformations and orbits");
    FiniteStage stage =
        new FiniteStage(setup.model, setup.action, setup.flows, setup.reference, draw);
    return stages.time(
        "finite", () -> stage.run(report.generators(), decision.defects(), descriptions));
  }

  private StabilityTrials trials(
      SymmetryReport report, NullspaceDecision decision, Judging judging) {
    setup.progress.stage("stability");
    StabilityTrials trials =
        new StabilityTrials(
            report, setup.action.fields(), judging.baseline(), decision.defects().source());
    stages.run(
        "stability",
        () ->
            trials.run(
                new SampleVariations(
                        setup.data, report.data().used(), setup.model.info(), setup.seed())
                    .all(),
                this::trial));
    return trials;
  }

  private SymmetryReport trial(Dataset samples, HeldOutSums sums, ReferenceAlgebra reference) {
    return new SymmetryExtractorBuilder()
        .model(setup.model)
        .data(samples)
        .action(setup.action)
        .decomposition(setup.decomposition)
        .settings(
            new ExtractionSettings(
                Sampling.defaults(),
                setup.settings.decision(),
                setup.settings.computation(),
                Extras.none()))
        .with(same -> same.withBatchSize(setup.batchSize).withHeldOut(false))
        .measured(sums)
        .reference(reference)
        .build()
        .extract();
  }
}
