package org.liegg.core;

import java.util.Optional;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.ExpectedRows;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.evidence.Judging;
import org.liegg.core.evidence.Measuring;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartSums;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.samples.Independence;
import org.liegg.core.samples.Neighbourhoods;
import org.liegg.core.samples.SampleSums;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.samples.TangentialGradient;
import org.liegg.core.settings.Gradients;

/** What the plan of a round settles for whoever works by it, once the samples were surveyed. */
final class PartContext {
  final SampleSums sums;
  final ReadSamples samples;
  private final ExtractionSetup setup;
  private final PartPlan plan;

  PartContext(ExtractionSetup setup, PartPlan plan) {
    this(setup, plan, plan.settled().survey().orElseThrow(), plan.settled().groups());
  }

  /** With what has just been summed in place of what the plan says. */
  PartContext(ExtractionSetup setup, PartPlan plan, byte[] surveyed, Optional<byte[]> grouped) {
    this.setup = setup;
    this.plan = plan;
    sums = PartSums.survey(surveyed);
    SampleSurvey survey = sums.survey();
    Optional<Neighbourhoods> copies = grouped.map(PartSums::groups);
    samples =
        new ReadSamples(
            survey, setup.heldOut ? Independence.of(survey, copies) : Independence.byValue(survey));
  }

  /** The model, along the data where that is asked for. */
  ModelGradient along(ModelGradient model) {
    return setup.gradients() == Gradients.FULL
        ? model
        : TangentialGradient.of(model, samples.survey(), setup.data.name());
  }

  Judging judging() {
    PartPlan.Judged judged = judged();
    return new Judging(
        Judging.settings(setup.model.info(), samples.survey(), setup.tolerance()),
        judged.weights(),
        judged.outputs());
  }

  private PartPlan.Judged judged() {
    return plan.settled().judged().orElseThrow();
  }

  DecompositionOptions options(Judging judging) {
    long rows = samples.survey().samples() * setup.model.info().outputSize();
    ExpectedRows expected =
        ExpectedRows.unknown().withPrecision(setup.model.info().precision()).withCount(rows);
    return setup.decompositionOptions().withExpected(expected).withDefect(judging.settings());
  }

  /** Accumulators of the decomposition that was chosen for all parts. */
  Accumulators accumulators(PartSums providers) {
    DecompositionProvider provider = providers.providers().apply(judged().decomposition());
    return new Accumulators(provider, options(judging()), IterationNews.of(setup, provider)::watch);
  }

  /**
   * How directions are chosen and measured.
   *
   * @param apart whether outputs are kept apart; by this heap where empty
   */
  Measuring measuring(Judging judging, Optional<Boolean> apart) {
    return new Measuring(
        setup.action.fields(),
        setup.reference,
        judging,
        new HeldOutRoom(judged().roomBytes()),
        apart);
  }

  /** As the choosing half of the samples was summed. */
  Measuring choosing() {
    return measuring(judging(), Optional.of(judged().apart()));
  }

  /** As the measuring half is. */
  Measuring estimating() {
    return measuring(judging(), plan.settled().selected().map(PartPlan.Selected::apart));
  }
}
