package org.liegg.training.dl4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.liegg.api.report.Verdict;
import org.liegg.metrics.SymmetryGauges;
import org.liegg.metrics.SymmetrySummary;

/**
 * Follows the symmetries that a network learns: a training listener that extracts them on held-out
 * samples every so many epochs or iterations.
 *
 * <pre>{@code
 * SymmetryListener symmetries =
 *     SymmetryListener.builder().heldOut(samples).action("gl(5)^2").reference("so(5)").build();
 * network.setListeners(symmetries);
 * network.fit(iterator, 20);
 * symmetries.measurements();
 * }</pre>
 *
 * <p>Training is left as it would be without: the same parameters, scores and random numbers to the
 * last bit. Nor can it be stopped from here: a network that cannot be measured (because it
 * diverged, say) gives a measurement that says so, and what goes wrong is logged, a warning the
 * first time.
 *
 * <p>Epochs end only in {@code fit(iterator)}, as Deeplearning4j has it; with {@code fit(x, y)} or
 * {@code fit(dataSet)} measure by iterations. A listener serves one network. Its history may be
 * read in other threads while the network trains.
 */
public final class SymmetryListener extends BaseTrainingListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SymmetryListener.class.getName());
  private static final double NANOS = 1e-9;

  private final SymmetryProbe probe;
  private final MeasurementSchedule schedule;
  private final SymmetryGauges gauges;
  private final Consumer<Measurement> consumer;
  private final List<Measurement> history = new ArrayList<>();
  private @Nullable CsvHistory csv;
  private final Set<String> warned = new HashSet<>();

  SymmetryListener(
      SymmetryProbe probe,
      MeasurementSchedule schedule,
      SymmetryGauges gauges,
      Optional<CsvHistory> csv,
      Consumer<Measurement> consumer) {
    this.probe = probe;
    this.schedule = schedule;
    this.gauges = gauges;
    this.csv = csv.orElse(null);
    this.consumer = consumer;
  }

  /** Starts describing a listener. */
  public static SymmetryListenerBuilder builder() {
    return new SymmetryListenerBuilder();
  }

  /** Everything measured so far, oldest first. */
  public List<Measurement> measurements() {
    synchronized (history) {
      return List.copyOf(history);
    }
  }

  /**
   * Measures now, e.g. before training begins, and keeps the measurement like the others. Training
   * does not notice this either.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph}, initialised
   * @return the measurement, which may be a failed one
   */
  public Measurement measure(Model network) {
    return record(network, Networks.iterations(network), Networks.epochs(network));
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    // Listeners hear the number of an iteration, from 0, before it is counted as done.
    int done = iteration + 1;
    if (schedule.due(MeasurementSchedule.Unit.ITERATION, done)) {
      record(model, done, epoch);
    }
  }

  @Override
  public void onEpochEnd(Model model) {
    int done = Networks.epochs(model) + 1;
    if (schedule.due(MeasurementSchedule.Unit.EPOCH, done)) {
      record(model, Networks.iterations(model), done);
    }
  }

  /** Closes the CSV file, where there is one; more than once does no harm. */
  @Override
  public synchronized void close() {
    CsvHistory open = csv;
    csv = null;
    if (open != null) {
      open.close();
    }
  }

  /** Synchronized, because wrappers train copies of a network in several threads. */
  private synchronized Measurement record(Model model, int iteration, int epoch) {
    return TrainingIsolation.of(
        () -> {
          Measurement measurement = examine(model, iteration, epoch);
          synchronized (history) {
            history.add(measurement);
          }
          publish(measurement);
          return measurement;
        });
  }

  private Measurement examine(Model model, int iteration, int epoch) {
    long from = System.nanoTime();
    Optional<Verdict> verdict = Optional.empty();
    SymmetrySummary found = SymmetrySummary.none();
    String message = "";
    try {
      SymmetryProbe.Finding finding = probe.examine(model);
      verdict = Optional.of(finding.verdict());
      found = finding.summary();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      message = oneLine(e);
      warn("the symmetries were not measured", e);
    }
    double seconds = (System.nanoTime() - from) * NANOS;
    return new Measurement(iteration, epoch, model.score(), verdict, found, seconds, message);
  }

  private void publish(Measurement measurement) {
    if (measurement.failed()) {
      gauges.failed();
    } else {
      gauges.measured(measurement.symmetries());
    }
    CsvHistory open = csv;
    if (open != null) {
      guarded("no line was written", () -> open.append(measurement));
    }
    guarded("a measurement was not heard", () -> consumer.accept(measurement));
  }

  private void guarded(String trouble, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      warn(trouble, e);
    }
  }

  /** The first of every kind of trouble is a warning; what repeats itself would bury the log. */
  private void warn(String trouble, Throwable e) {
    System.Logger.Level level =
        warned.add(trouble) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
    LOG.log(level, () -> "Training goes on, but %s: %s".formatted(trouble, oneLine(e)));
  }

  private static String oneLine(Throwable e) {
    String message = e.getMessage();
    return (message == null || message.isBlank() ? e.toString() : message)
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
