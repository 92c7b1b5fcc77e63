package org.liegg.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.ExpectedRows;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Spectrum;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.Independence;
import org.liegg.core.samples.LocalTangents;
import org.liegg.core.samples.OffSupport;
import org.liegg.core.samples.SampleSplit;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.samples.TangentialGradient;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Extras;
import org.liegg.core.settings.Gradients;
import org.liegg.core.settings.Sampling;
import org.liegg.groups.ActionFit;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;
import org.liegg.metrics.NullspaceDecision;

/**
 * Extracts the symmetries that a model has learned: streams samples through the model's gradients
 * and the action's fields into a decomposition of the network polarization matrix, and decides
 * which directions are symmetries (Moskalev et al., "LieGG: Studying Learned Lie Group Generators",
 * NeurIPS 2022).
 *
 * <pre>{@code
 * SymmetryReport report =
 *     SymmetryExtractor.builder()
 *         .model(model)
 *         .data(data)
 *         .action("gl(5)^2")
 *         .reference("so(5)")
 *         .build()
 *         .extract();
 * }</pre>
 *
 * <p>Neither the model nor the data are closed. One extractor serves one thread.
 */
public final class SymmetryExtractor {
  /** Errors of a derivative, in units of the rounding of its arithmetic. */
  private static final double ROUNDINGS = 64;

  private final ModelGradient model;
  private final Dataset data;
  private final GroupAction action;
  private final DecompositionProvider decomposition;
  private final Optional<ReferenceAlgebra> reference;
  private final ExtractionSettings settings;
  private final OptionalLong limit;
  private final int batchSize;
  private final boolean heldOut;
  private final GroupFlows flows;
  private final ProgressListener progress;
  private final Optional<HeldOutSums> measured;
  private final Map<String, String> options;

  SymmetryExtractor(SymmetryExtractorBuilder builder) {
    model = required(builder.model, "model");
    data = required(builder.data, "data");
    requireData(model, data);
    ModelInfo info = model.info();
    action =
        ActionFit.bind(
            builder.action.orElseGet(() -> Actions.gl(info.inputSize())),
            info.inputSize(),
            info.outputSize());
    decomposition = builder.decomposition.orElseGet(SymmetryExtractor::preferred);
    reference = builder.reference.map(known -> known.apply(action));
    flows = builder.flows.orElseGet(() -> Flows.of(action));
    settings = builder.settings;
    limit = settings.sampling().limit();
    batchSize =
        settings
            .sampling()
            .batchSize()
            .orElseGet(
                () ->
                    BatchSizes.automatic(info.outputSize(), info.inputSize(), action.dimension()));
    heldOut = settings.decision().heldOut();
    progress = builder.progress;
    measured = builder.measured;
    options = new LinkedHashMap<>(builder.options);
    options.putAll(settings.describe());
  }

  private static DecompositionProvider preferred() {
    return ProviderRegistry.find(ProviderKind.DECOMPOSITION)
        .choose("the spectrum of E", provider -> true);
  }

  /** Starts describing an extraction. */
  public static SymmetryExtractorBuilder builder() {
    return new SymmetryExtractorBuilder();
  }

  /**
   * Runs the extraction.
   *
   * @throws DataException if the data cannot be read or is empty
   * @throws org.liegg.api.ModelException if the model cannot be differentiated at a sample
   * @throws org.liegg.api.NumericalException if the decomposition does not succeed
   */
  public SymmetryReport extract() {
    Instant startedAt = Instant.now();
    Stages stages = new Stages("read", "gradient", "polarize", "decompose", "evidence");
    MemoryPlan plan = plan();
    plan.require("action '%s'".formatted(action.spec()));
    SampleSurvey survey = stages.time("read", () -> SampleSurvey.of(data, limit, batchSize));
    Independence independence = stages.time("read", () -> independence(survey));
    ModelGradient along =
        gradients() == Gradients.FULL ? model : TangentialGradient.of(model, survey, data.name());
    Judging judging = stages.time("gradient", () -> Judging.of(along, action, survey, tolerance()));
    DecompositionOptions wanted = decompositionOptions().withDefect(judging.settings());
    DecompositionProvider chosen = decomposition.resolve(action.dimension(), wanted);
    DuplicateSketch duplicates = new DuplicateSketch();
    OptionalLong total = total();
    EvidencePass.Passes passes =
        (part, sums, dealt) ->
            new SamplePass(
                    along,
                    action,
                    judging.weights(),
                    chosen,
                    wanted,
                    new SampleDealer(
                        data, limit, batchSize, part, independence.dealing(), duplicates),
                    sums,
                    workers(),
                    dealt)
                .run(stages);
    Pass pass =
        run(
            passes,
            chosen,
            judging,
            independence,
            plan,
            stages,
            dealt -> progress.samples(dealt, total));
    try (Decomposition accumulator = pass.all().accumulator()) {
      long used = pass.all().samples();
      if (used == 0) {
        throw new DataException(
            "LIEGG-DATA-EMPTY", "data " + data.name(), "it holds no samples", "give at least one");
      }
      Spectrum spectrum = stages.time("decompose", accumulator::finish);
      NullspaceDecision decision =
          NullspaceDecision.at(tolerance(), spectrum.defects().orElseThrow());
      ReportAssembler assembler =
          new ReportAssembler(
              action,
              spectrum,
              decision,
              reference,
              pass.evidence(),
              new Observations(
                  pass.all().audit(),
                  duplicates,
                  independence,
                  stages.time("evidence", () -> offSupport(survey, independence))));
      ProvenanceBuilder provenance = new ProvenanceBuilder(startedAt, seed(), options);
      SymmetryReport report =
          assembler.assemble(
              model,
              new Data(
                  data.name(),
                  stages.time("read", data::sha256),
                  data.samples().orElse(used),
                  used),
              new DecompositionInfo(
                  chosen.name(),
                  spectrum.accuracy(),
                  (chosen == decomposition ? "" : "chosen by " + decomposition.name() + ": ")
                      + accumulator.description()),
              provenance.build(stages.seconds()));
      return extras(report, decision, judging, stages)
          .addTo(report, provenance.build(stages.seconds()));
    }
  }

  /** Where nothing is held out nothing is said of the samples either. */
  private Independence independence(SampleSurvey survey) {
    return heldOut ? Independence.of(survey, data, limit, batchSize) : Independence.byValue(survey);
  }

  /** A few samples lie on a surface whatever they are of. */
  private Optional<OffSupport> offSupport(SampleSurvey survey, Independence independence) {
    boolean many = independence.units() >= LocalTangents.needed(model.info().inputSize());
    return heldOut && many && gradients() == Gradients.FULL
        ? OffSupport.of(model, survey, batchSize)
        : Optional.empty();
  }

  /** What comes after the answer: finite group elements, and whether it holds on other samples. */
  private ReportExtras extras(
      SymmetryReport report, NullspaceDecision decision, Judging judging, Stages stages) {
    Descriptions descriptions = new Descriptions();
    ReportExtras extras = ReportExtras.none();
    if (settings.extras().finiteSamples() > 0) {
      extras =
          descriptions.get(
              FiniteStage.FAILED,
              FiniteStage.LOST,
              extras,
              () -> finite(report, decision, stages, descriptions));
    }
    if (settings.extras().stability() && report.data().used() >= 2) {
      Optional<StabilityTrials> trials =
          descriptions.get(
              WarningCode.STABILITY_FAILED,
              "Whether the answer holds on other samples is not known",
              Optional.empty(),
              () -> Optional.of(trials(report, decision, judging, stages)));
      extras =
          extras.withStability(
              trials.map(StabilityTrials::result),
              trials.map(StabilityTrials::warnings).orElse(List.of()));
    }
    return extras.withWarnings(descriptions.warnings());
  }

  private ReportExtras finite(
      SymmetryReport report, NullspaceDecision decision, Stages stages, Descriptions descriptions) {
    FiniteStage stage =
        new FiniteStage(
            model,
            data,
            action,
            flows,
            reference,
            limit,
            batchSize,
            settings.extras().finiteSamples(),
            seed());
    return stages.time(
        "finite", () -> stage.run(report.generators(), decision.defects(), descriptions));
  }

  private StabilityTrials trials(
      SymmetryReport report, NullspaceDecision decision, Judging judging, Stages stages) {
    StabilityTrials trials =
        new StabilityTrials(
            report, action.fields(), judging.baseline(), decision.defects().source());
    stages.run(
        "stability",
        () ->
            trials.run(
                new SampleVariations(data, report.data().used(), model.info(), seed()).all(),
                this::trial));
    return trials;
  }

  private SymmetryExtractorBuilder trial(Dataset samples) {
    return builder()
        .model(model)
        .data(samples)
        .action(action)
        .decomposition(decomposition)
        .settings(
            new ExtractionSettings(
                Sampling.defaults(), settings.decision(), settings.computation(), Extras.none()))
        .with(same -> same.withBatchSize(batchSize).withHeldOut(false));
  }

  private Pass run(
      EvidencePass.Passes passes,
      DecompositionProvider chosen,
      Judging judging,
      Independence independence,
      MemoryPlan plan,
      Stages stages,
      LongConsumer dealt) {
    if (!heldOut) {
      return new Pass(passes.run(SampleSplit.Part.ALL, measured, dealt), Optional.empty());
    }
    EvidencePass.Outcome both =
        new EvidencePass(
                action.fields(),
                chosen,
                reference,
                judging,
                rule(independence),
                HeldOutRoom.of(memoryBytes(), plan.left(), workers()),
                passes)
            .run(stages, dealt);
    return new Pass(both.all(), Optional.of(both.evidence()));
  }

  /** A derivative that should be 0 is off by its rounding; the defect by the square of that. */
  private IntervalRule rule(Independence independence) {
    double relative = ROUNDINGS * (model.info().precision() == Precision.FLOAT ? 0x1p-24 : 0x1p-53);
    return new IntervalRule(relative * relative, independence.dealing().widening());
  }

  /** What is known beforehand of the memory that it takes. */
  private MemoryPlan plan() {
    ModelInfo info = model.info();
    return new MemoryPlan(
        new Workload(
            action.fields(),
            info.outputSize(),
            data.columns(),
            total(),
            batchSize,
            workers(),
            heldOut,
            reference.map(known -> known.generators().rows()).orElse(0),
            info.precision() == Precision.FLOAT,
            decomposition.resolve(action.dimension(), decompositionOptions()).capabilities(),
            settings.computation().smallest(),
            settings.extras().finiteSamples()),
        memoryBytes());
  }

  private int workers() {
    return Workers.within(threads(), action.dimension(), settings.computation().memoryBytes());
  }

  private double tolerance() {
    return settings.decision().tolerance();
  }

  private Gradients gradients() {
    return settings.decision().gradients();
  }

  private int threads() {
    return settings.computation().threads();
  }

  private double memoryBytes() {
    return (double) settings.computation().memoryBytes();
  }

  private long seed() {
    return settings.sampling().seed();
  }

  private record Pass(SamplePass.Outcome all, Optional<Evidence> evidence) {}

  private OptionalLong total() {
    OptionalLong samples = data.samples();
    if (limit.isEmpty()) {
      return samples;
    }
    return OptionalLong.of(Math.min(limit.getAsLong(), samples.orElse(limit.getAsLong())));
  }

  private DecompositionOptions decompositionOptions() {
    ExpectedRows rows = ExpectedRows.unknown().withPrecision(model.info().precision());
    OptionalLong samples = total();
    if (samples.isPresent()) {
      rows = rows.withCount(samples.getAsLong() * model.info().outputSize());
    }
    DecompositionOptions wanted =
        DecompositionOptions.defaults()
            .withExpected(rows)
            .withThreads(threads())
            .withMemoryBytes(settings.computation().memoryBytes());
    wanted = settings.computation().accuracy().map(wanted::withAccuracy).orElse(wanted);
    OptionalInt smallest = settings.computation().smallest();
    return smallest.isPresent() ? wanted.withSmallest(smallest.getAsInt()) : wanted;
  }

  private static void requireData(ModelGradient model, Dataset data) {
    int sampleSize = model.info().sampleSize();
    if (data.columns() != sampleSize) {
      throw new DataException(
          "LIEGG-DATA-WIDTH",
          "data " + data.name(),
          "a sample has %d values, the model %s takes %d"
              .formatted(data.columns(), model.info().path(), sampleSize),
          "give the data that the model was made for");
    }
  }

  private static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(
        () -> new IllegalStateException("SymmetryExtractor: no %s was given".formatted(what)));
  }
}
