package org.liegg.core;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.evidence.Evidence;
import org.liegg.core.evidence.EvidencePass;
import org.liegg.core.evidence.Judging;
import org.liegg.core.evidence.Measuring;
import org.liegg.core.finite.FiniteDraw;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.core.memory.MemoryPlan;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.BatchDistributor;
import org.liegg.core.pass.FieldRows;
import org.liegg.core.pass.PartialSpectra;
import org.liegg.core.pass.SamplePass;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.SampleSplit;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.samples.TangentialGradient;
import org.liegg.core.settings.Gradients;
import org.liegg.metrics.HeldOutSums;

/** One run of an extraction, from what the samples are to the report. */
final class ExtractionRun {
  private final ExtractionSetup setup;
  private final Instant startedAt = Instant.now();
  private final Stages stages = new Stages("read", "gradient", "polarize", "decompose", "evidence");
  private final DuplicateSketch duplicates = new DuplicateSketch();
  private final HeldOutRoom room;
  private final ReadSamples samples;
  private final ModelGradient along;
  private final Judging judging;
  private final IterationNews iterations;
  private final Accumulators accumulators;
  private final Optional<PartialSpectra> watched;

  /** Reads the samples once, for what is to be known of them before the first pass. */
  private ExtractionRun(ExtractionSetup setup, MemoryPlan plan) {
    this.setup = setup;
    samples = ReadSamples.of(setup, stages);
    room = HeldOutRoom.of(setup.memoryBytes(), plan.left(), setup.workers());
    SampleSurvey survey = samples.survey();
    along =
        setup.gradients() == Gradients.FULL
            ? setup.model
            : TangentialGradient.of(setup.model, survey, setup.data.name());
    judging =
        stages.time("gradient", () -> Judging.of(along, setup.action, survey, setup.tolerance()));
    DecompositionOptions wanted = setup.decompositionOptions().withDefect(judging.settings());
    DecompositionProvider chosen = setup.decomposition.resolve(setup.action.dimension(), wanted);
    iterations = stages.time("read", () -> IterationNews.of(setup, chosen));
    accumulators = new Accumulators(chosen, wanted, iterations::watch);
    watched =
        setup.progress.wantsSpectra()
            ? PartialSpectra.of(accumulators, setup.action.dimension())
            : Optional.empty();
  }

  /**
   * A run.
   *
   * @throws org.liegg.api.NumericalException if what it takes does not fit into memory
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  static ExtractionRun of(ExtractionSetup setup) {
    MemoryPlan plan = setup.plan();
    plan.require("action '%s'".formatted(setup.action.spec()));
    return new ExtractionRun(setup, plan);
  }

  /** Passes over the samples, decides, and writes down what was found. */
  SymmetryReport report() {
    Pass pass = pass();
    try (iterations;
        Decomposition accumulator = pass.all().accumulator()) {
      FiniteDraw draw = setup.draw();
      return new Answer(setup, startedAt, stages, samples, judging, accumulators, draw)
          .of(
              new Answer.Found(
                  accumulator,
                  pass.all().samples(),
                  pass.all().audit(),
                  duplicates,
                  setup.data.warnings(),
                  pass.evidence()));
    }
  }

  private Pass pass() {
    OptionalLong total = setup.total();
    LongConsumer distributed =
        read -> {
          setup.progress.samples(read, total);
          watched.flatMap(PartialSpectra::news).ifPresent(setup.progress::spectrum);
        };
    if (!setup.heldOut) {
      return new Pass(over(SampleSplit.Part.ALL, setup.measured, distributed), Optional.empty());
    }
    EvidencePass.Outcome both =
        new EvidencePass(
                new Measuring(
                    setup.action.fields(), setup.reference, judging, room, Optional.empty()),
                accumulators,
                setup.rule(samples.independence()),
                this::over)
            .run(stages, distributed);
    return new Pass(both.all(), Optional.of(both.evidence()));
  }

  private SamplePass.Outcome over(
      SampleSplit.Part part, Optional<HeldOutSums> sums, LongConsumer distributed) {
    BatchDistributor distributor =
        new BatchDistributor(
            setup.data,
            setup.limit,
            setup.batchSize,
            part,
            samples.independence().assignment(),
            duplicates);
    return new SamplePass(
            new FieldRows(along, setup.action, judging.weights()),
            accumulators,
            distributor,
            sums,
            watched,
            setup.workers(),
            distributed)
        .run(stages);
  }

  private record Pass(SamplePass.Outcome all, Optional<Evidence> evidence) {}
}
