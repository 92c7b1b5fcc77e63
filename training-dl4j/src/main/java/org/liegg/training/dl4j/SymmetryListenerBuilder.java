package org.liegg.training.dl4j;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.OutputException;
import org.liegg.api.Precision;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.metrics.SymmetryGauges;

/** Describes a {@link SymmetryListener}: held-out samples and an action are required. */
public final class SymmetryListenerBuilder {
  /** As many of the smallest defects have a column in the CSV file. */
  private static final int CSV_DEFECTS = 10;

  private Optional<Dataset> heldOut = Optional.empty();
  private Optional<GroupAction> action = Optional.empty();
  private Optional<GroupAction> reference = Optional.empty();
  private Optional<String> decomposition = Optional.empty();
  private MeasurementSchedule schedule = new MeasurementSchedule(MeasurementSchedule.Unit.EPOCH, 1);
  private ModelOptions options = ModelOptions.defaults();
  // A curve over time needs no bounds at every point, and training should not wait.
  private ExtractionSettings settings =
      ExtractionSettings.defaults().withThreads(1).withHeldOut(false).with(Extras.none());
  private String model = "network";
  private Optional<MeterRegistry> registry = Optional.empty();
  private Optional<Path> csv = Optional.empty();
  private Consumer<Measurement> consumer = measurement -> {};

  SymmetryListenerBuilder() {}

  /** Samples that training does not see, {@code samples × inputs}. */
  public SymmetryListenerBuilder heldOut(Batch samples) {
    return heldOut(Datasets.of("held-out samples", samples));
  }

  /** Samples that training does not see; read anew for every measurement. */
  public SymmetryListenerBuilder heldOut(Dataset samples) {
    heldOut = Optional.of(samples);
    return this;
  }

  /**
   * Uses the first samples only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryListenerBuilder limit(long samples) {
    settings = settings.withLimit(samples);
    return this;
  }

  /**
   * The candidate fields by their name in the grammar, e.g. {@code gl(5)^2}.
   *
   * @throws ActionException if it is no action
   */
  public SymmetryListenerBuilder action(String spec) {
    return action(Actions.parse(spec));
  }

  /** The candidate fields. */
  public SymmetryListenerBuilder action(GroupAction candidates) {
    action = Optional.of(candidates);
    return this;
  }

  /**
   * A known algebra to compare with by its name in the grammar, e.g. {@code so(5)}.
   *
   * @throws ActionException if it is no action
   */
  public SymmetryListenerBuilder reference(String spec) {
    return reference(Actions.parse(spec));
  }

  /** A known algebra to compare with. */
  public SymmetryListenerBuilder reference(GroupAction known) {
    reference = Optional.of(known);
    return this;
  }

  /**
   * Measures at the end of every n-th epoch of {@code fit(iterator)}; every one where nothing is
   * said. Replaces {@link #everyIterations}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryListenerBuilder everyEpochs(int epochs) {
    schedule = new MeasurementSchedule(MeasurementSchedule.Unit.EPOCH, epochs);
    return this;
  }

  /**
   * Measures after every n-th update of the parameters (before constraints such as a largest norm
   * are applied to them). Replaces {@link #everyEpochs}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SymmetryListenerBuilder everyIterations(int iterations) {
    schedule = new MeasurementSchedule(MeasurementSchedule.Unit.ITERATION, iterations);
    return this;
  }

  /** The arithmetic of the gradients: single, where nothing is said. */
  public SymmetryListenerBuilder precision(Precision precision) {
    options = options.withPrecision(precision);
    return this;
  }

  /** What is applied to the output before it is differentiated: nothing, where nothing is said. */
  public SymmetryListenerBuilder head(Head head) {
    options = options.withHead(head);
    return this;
  }

  /**
   * The largest defect that counts as a symmetry, 0.01 where it is not set.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public SymmetryListenerBuilder tolerance(double largest) {
    settings = settings.withTolerance(largest);
    return this;
  }

  /** How E is decomposed, by name, e.g. {@code gram}; {@code auto} where nothing is said. */
  public SymmetryListenerBuilder decomposition(String name) {
    decomposition = Optional.of(name);
    return this;
  }

  /** What meters call the network: {@code network} where nothing is said. */
  public SymmetryListenerBuilder model(String name) {
    model = name;
    return this;
  }

  /** Shows the latest measurement as the gauges of {@link SymmetryGauges}. */
  public SymmetryListenerBuilder meterRegistry(MeterRegistry meters) {
    registry = Optional.of(meters);
    return this;
  }

  /**
   * Writes a line for every measurement, as it is taken. The file is created by {@link #build}, in
   * place of one that is there.
   */
  public SymmetryListenerBuilder csv(Path file) {
    csv = Optional.of(file);
    return this;
  }

  /**
   * Who hears of every measurement, in the thread that trains. What it throws is logged and does
   * not stop training.
   */
  public SymmetryListenerBuilder onMeasurement(Consumer<Measurement> listener) {
    consumer = listener;
    return this;
  }

  /**
   * The listener.
   *
   * @throws IllegalStateException if something required is missing
   * @throws ActionException if the action does not fit the samples, or the reference the action
   * @throws org.liegg.api.ProviderException if the decomposition is not there
   * @throws OutputException with code {@code LIEGG-OUTPUT-UNWRITABLE} if the CSV file cannot be
   *     created
   */
  public SymmetryListener build() {
    Dataset samples = required(heldOut, "held-out samples");
    GroupAction candidates = required(action, "action");
    requireFit(candidates, samples);
    SymmetryProbe probe =
        new SymmetryProbe(
            new SymmetryProbe.Plan(
                samples,
                candidates,
                reference.map(known -> ReferenceAlgebra.of(known, candidates)),
                provider(),
                settings),
            options.withDataShape(ModelOptions.ANY_INPUT, samples.sampleShape()));
    SymmetryGauges gauges = new SymmetryGauges(model, candidates.spec());
    // What has an effect outside comes last, when nothing else can fail.
    Optional<CsvHistory> history =
        csv.map(path -> CsvHistory.create(path, Math.min(CSV_DEFECTS, candidates.dimension())));
    registry.ifPresent(gauges::bindTo);
    return new SymmetryListener(probe, schedule, gauges, history, consumer);
  }

  private DecompositionProvider provider() {
    ProviderRegistry<DecompositionProvider> known =
        ProviderRegistry.find(ProviderKind.DECOMPOSITION);
    return decomposition
        .map(known::require)
        .orElseGet(() -> known.choose("the spectrum of E", provider -> true));
  }

  private static void requireFit(GroupAction action, Dataset samples) {
    if (action.inputSize() != samples.columns()) {
      throw new ActionException(
          "LIEGG-ACTION-SIZE",
          "action '%s'".formatted(action.spec()),
          "it acts on %d inputs, a sample of %s has %d"
              .formatted(action.inputSize(), samples.name(), samples.columns()),
          "choose an action on %d inputs, e.g. 'gl(%d)'"
              .formatted(samples.columns(), samples.columns()));
    }
  }

  private static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(
        () -> new IllegalStateException("SymmetryListener: no %s given".formatted(what)));
  }
}
