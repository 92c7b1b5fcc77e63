package org.liegg.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.liegg.api.Accuracy;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.core.Gradients;
import org.liegg.data.DataOptions;
import org.liegg.isolation.WorkerSettings;
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
 * @param head what is applied to the output
 * @param output the output or hidden layer by name or number; the model's own where empty
 * @param input the input that varies, by name; all of them together where empty
 * @param others files that hold the other inputs, by name: a sample each, or one for all
 * @param shapes of one sample, by input ({@link ModelOptions#ANY_INPUT} for the one there is)
 * @param selfCheck whether the gradients are verified when the model is opened
 * @param modelTimeout how long one run may take of a model with loops that the samples decide
 * @param reference a known algebra to compare with, in the action grammar
 * @param tolerance the largest defect that counts as a symmetry
 * @param limit use the first samples only
 * @param batchSize samples held at a time
 * @param threads processors to work on
 * @param smallest only so many of the smallest directions are wanted
 * @param accuracy how accurate an automatically chosen decomposition has to be, where that is asked
 * @param heldOut whether directions are measured on samples that did not choose them
 * @param finiteSamples on how many samples finite group elements are tried; 0 for none
 * @param stability whether the extraction is repeated on other samples
 * @param gradients the full ones or those along the data
 * @param seed of everything random
 * @param isolation what the worker process may use in which the model is opened and differentiated;
 *     empty where that is this process. The report does not say it, since no result depends on it
 */
public record ExtractionRequest(
    ModelSource model,
    Path data,
    DataOptions dataOptions,
    Optional<String> action,
    Optional<String> engine,
    Optional<String> decomposition,
    Precision precision,
    Head head,
    Optional<String> output,
    Optional<String> input,
    Map<String, Path> others,
    Map<String, List<Integer>> shapes,
    boolean selfCheck,
    Duration modelTimeout,
    Optional<String> reference,
    double tolerance,
    OptionalLong limit,
    OptionalInt batchSize,
    int threads,
    OptionalInt smallest,
    Optional<Accuracy> accuracy,
    boolean heldOut,
    int finiteSamples,
    boolean stability,
    Gradients gradients,
    long seed,
    Optional<WorkerSettings> isolation) {

  /** On how many samples finite group elements are tried where nothing else is said. */
  public static final int FINITE_SAMPLES = 1000;

  /** Keeps the order of the other inputs. */
  public ExtractionRequest {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
  }

  /** Starts a request with everything automatic. */
  public static Builder builder(ModelSource model, Path data) {
    return new Builder(model, data);
  }

  /** The same of another output or hidden layer. */
  ExtractionRequest withOutput(String layer) {
    return new ExtractionRequest(
        model,
        data,
        dataOptions,
        action,
        engine,
        decomposition,
        precision,
        head,
        Optional.of(layer),
        input,
        others,
        shapes,
        selfCheck,
        modelTimeout,
        reference,
        tolerance,
        limit,
        batchSize,
        threads,
        smallest,
        accuracy,
        heldOut,
        finiteSamples,
        stability,
        gradients,
        seed,
        isolation);
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
    if (head != Head.OUTPUT) {
      options.put("head", head.label());
    }
    output.ifPresent(value -> options.put("output", value));
    input.ifPresent(value -> options.put("input", value));
    others.forEach((name, path) -> options.put("with " + name, path.toString()));
    shapes.forEach((name, shape) -> options.put(shapeOption(name), text(shape)));
    if (!selfCheck) {
      options.put("self-check", "no");
    }
    if (!modelTimeout.equals(ModelOptions.DEFAULT_TIMEOUT)) {
      options.put("model-timeout", Double.toString(modelTimeout.toMillis() / 1000.0));
    }
    reference.ifPresent(value -> options.put("reference", value));
    options.put("tolerance", Double.toString(tolerance));
    limit.ifPresent(value -> options.put("limit", Long.toString(value)));
    batchSize.ifPresent(value -> options.put("batch-size", Integer.toString(value)));
    options.put("threads", Integer.toString(threads));
    smallest.ifPresent(value -> options.put("smallest", Integer.toString(value)));
    accuracy.ifPresent(
        value -> options.put("accuracy", value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    if (!heldOut) {
      options.put("held-out", "no");
    }
    if (finiteSamples != FINITE_SAMPLES) {
      options.put("finite-samples", Integer.toString(finiteSamples));
    }
    if (stability) {
      options.put("stability", "yes");
    }
    if (gradients != Gradients.FULL) {
      options.put("gradients", gradients.label());
    }
    return options;
  }

  private static String shapeOption(String input) {
    return input.equals(ModelOptions.ANY_INPUT) ? "input-shape" : "input-shape " + input;
  }

  private static String text(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
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
    private Head head = Head.OUTPUT;
    private Optional<String> output = Optional.empty();
    private Optional<String> input = Optional.empty();
    private final Map<String, Path> others = new LinkedHashMap<>();
    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    private boolean selfCheck = true;
    private Duration modelTimeout = ModelOptions.DEFAULT_TIMEOUT;
    private Optional<String> reference = Optional.empty();
    private double tolerance = NullspaceDecision.DEFAULT_TOLERANCE;
    private OptionalLong limit = OptionalLong.empty();
    private OptionalInt batchSize = OptionalInt.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private OptionalInt smallest = OptionalInt.empty();
    private Optional<Accuracy> accuracy = Optional.empty();
    private boolean heldOut = true;
    private int finiteSamples = FINITE_SAMPLES;
    private boolean stability;
    private Gradients gradients = Gradients.FULL;
    private long seed;
    private Optional<WorkerSettings> isolation = Optional.empty();

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

    /** What is applied to the output. */
    public Builder head(Head head) {
      this.head = head;
      return this;
    }

    /** The output or hidden layer, by name or number. */
    public Builder output(String output) {
      this.output = Optional.of(output);
      return this;
    }

    /** The input that varies, by name. */
    public Builder input(String input) {
      this.input = Optional.of(input);
      return this;
    }

    /** A file that holds another input: a sample for every sample, or one for all. */
    public Builder with(String input, Path file) {
      this.others.put(input, file);
      return this;
    }

    /** The shape of one sample of an input. */
    public Builder shape(String input, List<Integer> shape) {
      this.shapes.put(input, List.copyOf(shape));
      return this;
    }

    /** Whether the gradients are verified when the model is opened; they are, where not set. */
    public Builder selfCheck(boolean selfCheck) {
      this.selfCheck = selfCheck;
      return this;
    }

    /** How long one run of a model with loops that the samples decide may take; a minute else. */
    public Builder modelTimeout(Duration modelTimeout) {
      this.modelTimeout = modelTimeout;
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

    /**
     * How accurate an automatically chosen decomposition must be; the gradients decide otherwise.
     */
    public Builder accuracy(Accuracy accuracy) {
      this.accuracy = Optional.of(accuracy);
      return this;
    }

    /** Whether directions are measured on samples that did not choose them; they are by default. */
    public Builder heldOut(boolean heldOut) {
      this.heldOut = heldOut;
      return this;
    }

    /** On how many samples finite group elements are tried; 0 for none. */
    public Builder finiteSamples(int samples) {
      this.finiteSamples = samples;
      return this;
    }

    /** Whether the extraction is repeated on other samples; it is not, where not set. */
    public Builder stability(boolean stability) {
      this.stability = stability;
      return this;
    }

    /** The full gradients, which are taken by themselves, or those along the data. */
    public Builder gradients(Gradients gradients) {
      this.gradients = gradients;
      return this;
    }

    /** The seed of everything random. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Open and differentiate the model in a worker process; this process does, where not set. */
    public Builder isolation(WorkerSettings settings) {
      this.isolation = Optional.of(settings);
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
          head,
          output,
          input,
          others,
          shapes,
          selfCheck,
          modelTimeout,
          reference,
          tolerance,
          limit,
          batchSize,
          threads,
          smallest,
          accuracy,
          heldOut,
          finiteSamples,
          stability,
          gradients,
          seed,
          isolation);
    }
  }
}
