package org.liegg.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.ExpectedRows;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.finite.FiniteDraw;
import org.liegg.core.memory.BatchSizes;
import org.liegg.core.memory.MemoryPlan;
import org.liegg.core.memory.Workers;
import org.liegg.core.memory.Workload;
import org.liegg.core.samples.Independence;
import org.liegg.core.samples.SampleRows;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.settings.Checkpoint;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Gradients;
import org.liegg.groups.ActionFit;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;

/**
 * What is asked of an extraction, settled before the first sample is read: everything that was left
 * open has its value, and what does not fit together is refused.
 */
final class ExtractionSetup {
  /** Errors of a derivative, in units of the rounding of its arithmetic. */
  private static final double ROUNDINGS = 64;

  final ModelGradient model;
  final Dataset data;
  final GroupAction action;
  final DecompositionProvider decomposition;
  final Optional<ReferenceAlgebra> reference;
  final ExtractionSettings settings;
  final OptionalLong limit;
  final int batchSize;
  final boolean heldOut;
  final GroupFlows flows;
  final boolean byValues;
  final Optional<TransformationGroup> group;
  final ProgressListener progress;
  final Optional<HeldOutSums> measured;
  final Map<String, String> options;
  final Optional<Checkpoint> checkpoint;

  ExtractionSetup(SymmetryExtractorBuilder builder) {
    model = required(builder.model, "model");
    data = required(builder.data, "data");
    ModelInfo info = model.info();
    SampleRows.requireFit(data, info);
    group = builder.group.map(named -> named.onInputs(info.inputSize()).boundTo(info.outputSize()));
    action = action(builder, info);
    decomposition = builder.decomposition.orElseGet(ExtractionSetup::preferred);
    reference = builder.reference.map(known -> known.apply(action));
    flows = builder.flows.orElseGet(() -> Flows.of(action));
    byValues = builder.byValues;
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
    checkpoint = builder.checkpoint;
    options = new LinkedHashMap<>(builder.options);
    options.putAll(settings.describe());
  }

  /** The candidate fields; none where a group is tried by its elements. */
  private static GroupAction action(SymmetryExtractorBuilder builder, ModelInfo info) {
    return builder.group.isPresent()
        ? Actions.none(info.inputSize())
        : ActionFit.bind(
            builder.action.orElseGet(() -> Actions.gl(info.inputSize())),
            info.inputSize(),
            info.outputSize());
  }

  private static DecompositionProvider preferred() {
    return ProviderRegistry.find(ProviderKind.DECOMPOSITION)
        .choose("the spectrum of E", provider -> true);
  }

  /** How many independent samples these are; where nothing is held out nothing is asked of them. */
  Independence independence(SampleSurvey survey) {
    return heldOut ? Independence.of(survey, data, limit, batchSize) : Independence.byValue(survey);
  }

  /** The samples that are moved, drawn from the data. */
  FiniteDraw draw() {
    return FiniteDraw.from(
        data, limit, batchSize, settings.extras().finiteSamples(), seed(), workers());
  }

  /** The data hold no samples. */
  DataException empty() {
    return new DataException(
        "LIEGG-DATA-EMPTY", "data " + data.name(), "it holds no samples", "give at least one");
  }

  /** What is known beforehand of the memory that it takes. */
  MemoryPlan plan() {
    return plan(workers(), total());
  }

  /** The same of one part, of one worker. */
  MemoryPlan planOfPart(int parts) {
    OptionalLong samples = total();
    return plan(
        1,
        samples.isPresent() ? OptionalLong.of((samples.getAsLong() + parts - 1) / parts) : samples);
  }

  /** The same where all that grows with the samples stays elsewhere. */
  MemoryPlan planWithoutRows() {
    return plan(workers(), OptionalLong.empty());
  }

  private MemoryPlan plan(int workers, OptionalLong samples) {
    ModelInfo info = model.info();
    return new MemoryPlan(
        new Workload(
            new Workload.Model(
                action.fields(),
                info.outputSize(),
                data.columns(),
                info.precision() == Precision.FLOAT),
            new Workload.Reading(samples, batchSize, workers),
            new Workload.Asked(
                heldOut,
                reference.map(known -> known.generators().rows()).orElse(0),
                settings.computation().smallest(),
                settings.extras().finiteSamples()),
            decomposition.resolve(action.dimension(), decompositionOptions()).capabilities()),
        memoryBytes());
  }

  int workers() {
    return Workers.within(threads(), action.dimension(), settings.computation().memoryBytes());
  }

  double tolerance() {
    return settings.decision().tolerance();
  }

  Gradients gradients() {
    return settings.decision().gradients();
  }

  int threads() {
    return settings.computation().threads();
  }

  double memoryBytes() {
    return (double) settings.computation().memoryBytes();
  }

  long seed() {
    return settings.sampling().seed();
  }

  /**
   * A derivative that should be 0 is off by its rounding, or by what differences leave; the defect
   * by the square.
   */
  IntervalRule rule(Independence independence) {
    double rounding = ROUNDINGS * (model.info().precision() == Precision.FLOAT ? 0x1p-24 : 0x1p-53);
    double relative = Math.max(rounding, model.info().gradientNoise());
    return new IntervalRule(relative * relative, independence.assignment().widening());
  }

  OptionalLong total() {
    OptionalLong samples = data.samples();
    if (limit.isEmpty()) {
      return samples;
    }
    return OptionalLong.of(Math.min(limit.getAsLong(), samples.orElse(limit.getAsLong())));
  }

  DecompositionOptions decompositionOptions() {
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

  private static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(
        () -> new IllegalStateException("SymmetryExtractor: no %s was given".formatted(what)));
  }
}
