package org.liegg.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.Accuracy;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.data.DataOptions;
import org.liegg.metrics.NullspaceDecision;

/**
 * What to extract from what, by names and paths; the options of {@code liegg extract}.
 *
 * @param model the model
 * @param data the file that holds the samples
 * @param dataOptions how to read that file
 * @param action in the action grammar; {@code gl(d)} where empty
 * @param engine name of the engine; the one that takes the model where empty
 * @param decomposition name of the decomposition; the one of highest priority where empty
 * @param precision arithmetic of the gradients
 * @param reference a known algebra to compare with, in the action grammar
 * @param tolerance the largest defect that counts as a symmetry
 * @param limit use the first samples only
 * @param batchSize samples held at a time
 * @param threads processors to work on
 * @param smallest only so many of the smallest directions are wanted
 * @param accuracy how accurate an automatically chosen decomposition has to be
 * @param seed named in the report
 */
public record ExtractionRequest(
    ModelSource model,
    Path data,
    DataOptions dataOptions,
    Optional<String> action,
    Optional<String> engine,
    Optional<String> decomposition,
    Precision precision,
    Optional<String> reference,
    double tolerance,
    OptionalLong limit,
    OptionalInt batchSize,
    int threads,
    OptionalInt smallest,
    Accuracy accuracy,
    long seed) {

  /** Starts a request with everything automatic. */
  public static Builder builder(ModelSource model, Path data) {
    return new Builder(model, data);
  }

  /** The request as the report names it. */
  Map<String, String> describe() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", model.description());
    options.put("data", data.toString());
    dataOptions.array().ifPresent(value -> options.put("array", value));
    action.ifPresent(value -> options.put("action", value));
    engine.ifPresent(value -> options.put("engine", value));
    decomposition.ifPresent(value -> options.put("decomposition", value));
    options.put("precision", precision.name().toLowerCase(Locale.ROOT));
    reference.ifPresent(value -> options.put("reference", value));
    options.put("tolerance", Double.toString(tolerance));
    limit.ifPresent(value -> options.put("limit", Long.toString(value)));
    batchSize.ifPresent(value -> options.put("batch-size", Integer.toString(value)));
    options.put("threads", Integer.toString(threads));
    smallest.ifPresent(value -> options.put("smallest", Integer.toString(value)));
    if (accuracy != Accuracy.GRAM) {
      options.put("accuracy", "backward-stable");
    }
    return options;
  }

  /** Describes a request option by option. */
  public static final class Builder {
    private final ModelSource model;
    private final Path data;
    private DataOptions dataOptions = DataOptions.defaults();
    private Optional<String> action = Optional.empty();
    private Optional<String> engine = Optional.empty();
    private Optional<String> decomposition = Optional.empty();
    private Precision precision = Precision.FLOAT;
    private Optional<String> reference = Optional.empty();
    private double tolerance = NullspaceDecision.DEFAULT_TOLERANCE;
    private OptionalLong limit = OptionalLong.empty();
    private OptionalInt batchSize = OptionalInt.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private OptionalInt smallest = OptionalInt.empty();
    private Accuracy accuracy = Accuracy.GRAM;
    private long seed;

    private Builder(ModelSource model, Path data) {
      this.model = model;
      this.data = data;
    }

    /** How to read the data. */
    public Builder dataOptions(DataOptions dataOptions) {
      this.dataOptions = dataOptions;
      return this;
    }

    /** The candidate fields, in the action grammar. */
    public Builder action(String action) {
      this.action = Optional.of(action);
      return this;
    }

    /** The engine by name. */
    public Builder engine(String engine) {
      this.engine = Optional.of(engine);
      return this;
    }

    /** The decomposition by name. */
    public Builder decomposition(String decomposition) {
      this.decomposition = Optional.of(decomposition);
      return this;
    }

    /** The arithmetic of the gradients. */
    public Builder precision(Precision precision) {
      this.precision = precision;
      return this;
    }

    /** A known algebra to compare with, in the action grammar. */
    public Builder reference(String reference) {
      this.reference = Optional.of(reference);
      return this;
    }

    /** The largest defect that counts as a symmetry. */
    public Builder tolerance(double tolerance) {
      this.tolerance = tolerance;
      return this;
    }

    /** Use the first samples only. */
    public Builder limit(long samples) {
      this.limit = OptionalLong.of(samples);
      return this;
    }

    /** Samples held at a time. */
    public Builder batchSize(int samples) {
      this.batchSize = OptionalInt.of(samples);
      return this;
    }

    /** Processors to work on; all of them where it is not set. */
    public Builder threads(int threads) {
      this.threads = threads;
      return this;
    }

    /** Only so many of the smallest directions are wanted. */
    public Builder smallest(int count) {
      this.smallest = OptionalInt.of(count);
      return this;
    }

    /** How accurate an automatically chosen decomposition has to be. */
    public Builder accuracy(Accuracy accuracy) {
      this.accuracy = accuracy;
      return this;
    }

    /** The seed that the report names. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** The request. */
    public ExtractionRequest build() {
      return new ExtractionRequest(
          model,
          data,
          dataOptions,
          action,
          engine,
          decomposition,
          precision,
          reference,
          tolerance,
          limit,
          batchSize,
          threads,
          smallest,
          accuracy,
          seed);
    }
  }
}
