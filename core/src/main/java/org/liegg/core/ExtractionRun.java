package org.liegg.core;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Spectrum;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.assemble.Observations;
import org.liegg.core.assemble.ProvenanceBuilder;
import org.liegg.core.assemble.ReportAssembler;
import org.liegg.core.evidence.Evidence;
import org.liegg.core.evidence.EvidencePass;
import org.liegg.core.evidence.Judging;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.core.memory.MemoryPlan;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.BatchDistributor;
import org.liegg.core.pass.FieldRows;
import org.liegg.core.pass.SamplePass;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.LocalTangents;
import org.liegg.core.samples.OffSupport;
import org.liegg.core.samples.SampleSplit;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.samples.TangentialGradient;
import org.liegg.core.settings.Gradients;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.NullspaceDecision;

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
      if (pass.all().samples() == 0) {
        throw setup.empty();
      }
      setup.progress.stage("spectrum");
      Spectrum spectrum = stages.time("decompose", () -> accumulators.ofAll(accumulator));
      return report(pass, spectrum, accumulator.description());
    }
  }

  private SymmetryReport report(Pass pass, Spectrum spectrum, String description) {
    NullspaceDecision decision =
        NullspaceDecision.at(setup.tolerance(), spectrum.defects().orElseThrow());
    setup.progress.stage("evidence");
    Observations observed = observed(pass);
    setup.progress.stage("generators and algebra");
    ReportAssembler assembler =
        new ReportAssembler(
            setup.action, spectrum, decision, setup.reference, pass.evidence(), observed);
    ProvenanceBuilder provenance = new ProvenanceBuilder(startedAt, setup.seed(), setup.options);
    SymmetryReport report =
        assembler.assemble(
            setup.model,
            data(pass.all().samples()),
            decomposition(spectrum, description),
            provenance.build(stages.seconds()));
    return new AfterAnswer(setup, stages)
        .of(report, decision, judging)
        .addTo(report, provenance.build(stages.seconds()));
  }

  private Observations observed(Pass pass) {
    return new Observations(
        pass.all().audit(),
        duplicates,
        samples.independence(),
        stages.time("evidence", this::offSupport),
        setup.data.warnings());
  }

  private Data data(long used) {
    return new Data(
        setup.data.name(),
        stages.time("read", setup.data::sha256),
        setup.data.samples().orElse(used),
        used,
        setup.data.columnNames());
  }

  private DecompositionInfo decomposition(Spectrum spectrum, String description) {
    DecompositionProvider chosen = accumulators.provider();
    String choice =
        chosen == setup.decomposition ? "" : "chosen by " + setup.decomposition.name() + ": ";
    return new DecompositionInfo(chosen.name(), spectrum.accuracy(), choice + description);
  }

  /** A few samples lie on a surface whatever they are of. */
  private Optional<OffSupport> offSupport() {
    boolean many =
        samples.independence().units() >= LocalTangents.needed(setup.model.info().inputSize());
    return setup.heldOut && many && setup.gradients() == Gradients.FULL
        ? OffSupport.of(setup.model, samples.survey(), setup.batchSize)
        : Optional.empty();
  }

  private Pass pass() {
    OptionalLong total = setup.total();
    LongConsumer distributed = read -> setup.progress.samples(read, total);
    if (!setup.heldOut) {
      return new Pass(over(SampleSplit.Part.ALL, setup.measured, distributed), Optional.empty());
    }
    EvidencePass.Outcome both =
        new EvidencePass(
                setup.action.fields(),
                accumulators,
                setup.reference,
                judging,
                setup.rule(samples.independence()),
                room,
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
            setup.workers(),
            distributed)
        .run(stages);
  }

  private record Pass(SamplePass.Outcome all, Optional<Evidence> evidence) {}
}
