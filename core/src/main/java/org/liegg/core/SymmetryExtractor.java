package org.liegg.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
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
 *         .action(action)
 *         .decomposition(decomposition)
 *         .build()
 *         .extract();
 * }</pre>
 *
 * <p>Neither the model nor the data are closed. One extractor serves one thread.
 */
public final class SymmetryExtractor {
  private final ModelGradient model;
  private final Dataset data;
  private final GroupAction action;
  private final DecompositionProvider decomposition;
  private final double tolerance;
  private final Optional<ReferenceAlgebra> reference;
  private final OptionalLong limit;
  private final int batchSize;
  private final long seed;
  private final ProgressListener progress;
  private final Map<String, String> options;

  private SymmetryExtractor(Builder builder) {
    model = required(builder.model, "model");
    data = required(builder.data, "data");
    action = required(builder.action, "action");
    decomposition = required(builder.decomposition, "decomposition");
    tolerance = builder.tolerance;
    reference = builder.reference;
    limit = builder.limit;
    batchSize =
        builder.batchSize.orElseGet(
            () ->
                BatchSizes.automatic(
                    model.info().outputSize(), model.info().inputSize(), action.dimension()));
    seed = builder.seed;
    progress = builder.progress;
    options = new LinkedHashMap<>(builder.options);
  }

  /** Starts describing an extraction. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Runs the extraction.
   *
   * @throws DataException if the data cannot be read, is empty or does not fit the model
   * @throws ActionException if the action does not fit the model
   * @throws org.liegg.api.ModelException if the model cannot be differentiated at a sample
   * @throws org.liegg.api.NumericalException if the decomposition does not succeed
   */
  public SymmetryReport extract() {
    Instant startedAt = Instant.now();
    Stages stages = new Stages("read", "gradient", "polarize", "decompose");
    requireFit();
    try (Decomposition accumulator = decomposition.open(action.dimension())) {
      Pass pass = stream(accumulator, stages);
      if (pass.samples == 0) {
        throw new DataException(
            "LIEGG-DATA-EMPTY", "data " + data.name(), "it holds no samples", "give at least one");
      }
      Spectrum spectrum = stages.time("decompose", accumulator::finish);
      NullspaceDecision decision =
          NullspaceDecision.at(tolerance, spectrum.defects().orElseThrow());
      ReportAssembler assembler = new ReportAssembler(action, spectrum, decision, reference);
      return assembler.assemble(
          model.info(),
          new SymmetryReport.Data(
              data.name(),
              stages.time("read", data::sha256),
              data.samples().orElse(pass.samples),
              pass.samples),
          new SymmetryReport.DecompositionInfo(
              decomposition.name(), spectrum.accuracy(), accumulator.description()),
          pass.gradientSeen,
          new ProvenanceBuilder(startedAt, seed, options).build(stages.seconds()));
    }
  }

  private Pass stream(Decomposition accumulator, Stages stages) {
    Pass pass = new Pass();
    OptionalLong total = total();
    try (BatchStream batches = stages.time("read", () -> data.batches(batchSize))) {
      while (limit.isEmpty() || pass.samples < limit.getAsLong()) {
        Optional<Batch> next = stages.time("read", batches::next);
        if (next.isEmpty()) {
          break;
        }
        Batch batch = withinLimit(next.get(), pass.samples);
        Jacobians jacobians = stages.time("gradient", () -> model.jacobians(batch));
        Polarization rows = stages.time("polarize", () -> action.polarize(batch, jacobians));
        stages.time(
            "decompose",
            () -> {
              accumulator.accept(rows);
              return rows;
            });
        pass.samples += batch.rows();
        pass.gradientSeen |= anyNonZero(jacobians.values());
        progress.samples(pass.samples, total);
      }
    }
    return pass;
  }

  private Batch withinLimit(Batch batch, long before) {
    if (limit.isEmpty() || before + batch.rows() <= limit.getAsLong()) {
      return batch;
    }
    return batch.slice(0, (int) (limit.getAsLong() - before));
  }

  private OptionalLong total() {
    OptionalLong samples = data.samples();
    if (limit.isEmpty()) {
      return samples;
    }
    return OptionalLong.of(Math.min(limit.getAsLong(), samples.orElse(limit.getAsLong())));
  }

  private void requireFit() {
    int inputs = model.info().inputSize();
    if (data.columns() != inputs) {
      throw new DataException(
          "LIEGG-DATA-WIDTH",
          "data " + data.name(),
          "a sample has %d values, the model %s takes %d"
              .formatted(data.columns(), model.info().path(), inputs),
          "give the data that the model was made for");
    }
    if (action.inputSize() != inputs) {
      throw new ActionException(
          "LIEGG-ACTION-SIZE",
          "action '%s'".formatted(action.spec()),
          "it acts on %d inputs, the model %s takes %d"
              .formatted(action.inputSize(), model.info().path(), inputs),
          "choose an action on %d inputs, e.g. 'gl(%d)'".formatted(inputs, inputs));
    }
  }

  private static boolean anyNonZero(double[] values) {
    for (double value : values) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(
        () -> new IllegalStateException("SymmetryExtractor: no %s was given".formatted(what)));
  }

  /** What one pass over the data saw. */
  private static final class Pass {
    private long samples;
    private boolean gradientSeen;
  }

  /** Describes an extraction: model, data, action and decomposition are required. */
  public static final class Builder {
    private Optional<ModelGradient> model = Optional.empty();
    private Optional<Dataset> data = Optional.empty();
    private Optional<GroupAction> action = Optional.empty();
    private Optional<DecompositionProvider> decomposition = Optional.empty();
    private double tolerance = NullspaceDecision.DEFAULT_TOLERANCE;
    private Optional<ReferenceAlgebra> reference = Optional.empty();
    private OptionalLong limit = OptionalLong.empty();
    private Optional<Integer> batchSize = Optional.empty();
    private long seed;
    private ProgressListener progress = ProgressListener.silent();
    private final Map<String, String> options = new LinkedHashMap<>();

    private Builder() {}

    /** The model, differentiated by an engine. */
    public Builder model(ModelGradient model) {
      this.model = Optional.of(model);
      return this;
    }

    /** The samples. */
    public Builder data(Dataset data) {
      this.data = Optional.of(data);
      return this;
    }

    /** The candidate fields. */
    public Builder action(GroupAction action) {
      this.action = Optional.of(action);
      return this;
    }

    /** How E is decomposed. */
    public Builder decomposition(DecompositionProvider decomposition) {
      this.decomposition = Optional.of(decomposition);
      return this;
    }

    /**
     * The largest defect that counts as a symmetry, 0.01 where it is not set.
     *
     * @throws IllegalArgumentException if it is negative or not a number
     */
    public Builder tolerance(double tolerance) {
      if (!(tolerance >= 0)) {
        throw new IllegalArgumentException("tolerance: " + tolerance);
      }
      this.tolerance = tolerance;
      return this;
    }

    /** A known algebra to compare with. */
    public Builder reference(ReferenceAlgebra reference) {
      this.reference = Optional.of(reference);
      return this;
    }

    /**
     * Uses the first samples only.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder limit(long samples) {
      if (samples < 1) {
        throw new IllegalArgumentException("limit: " + samples);
      }
      this.limit = OptionalLong.of(samples);
      return this;
    }

    /**
     * Samples held at a time; by itself, what keeps a batch within some megabytes.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder batchSize(int samples) {
      if (samples < 1) {
        throw new IllegalArgumentException("batch size: " + samples);
      }
      this.batchSize = Optional.of(samples);
      return this;
    }

    /** The seed that the report names; extraction itself draws nothing at random. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Who hears of progress. */
    public Builder progress(ProgressListener progress) {
      this.progress = progress;
      return this;
    }

    /** An option to be named in the report's provenance. */
    public Builder option(String name, String value) {
      options.put(name, value);
      return this;
    }

    /**
     * The extractor.
     *
     * @throws IllegalStateException if something required is missing
     */
    public SymmetryExtractor build() {
      return new SymmetryExtractor(this);
    }
  }
}
