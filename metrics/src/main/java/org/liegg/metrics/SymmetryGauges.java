package org.liegg.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.liegg.api.Printable;

/**
 * The symmetries of one model under one action as Micrometer gauges. They show what was measured
 * last; what was not measured, or could not be, is NaN. docs/metrics.md lists the names.
 *
 * <p>Micrometer keeps the first meter of a name and its tags: give models that share a registry
 * different names. Values may be set in one thread and read in others.
 */
public final class SymmetryGauges implements MeterBinder {
  private final Tags tags;
  private final AtomicLong successes = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private volatile Latest latest = new Latest(SymmetrySummary.none(), false);

  /**
   * Gauges that show nothing yet.
   *
   * @param model value of the tag {@code model}
   * @param action value of the tag {@code action}
   */
  public SymmetryGauges(String model, String action) {
    tags = Tags.of("model", Printable.message(model), "action", Printable.message(action));
  }

  /** Shows this from now on. */
  public void measured(SymmetrySummary summary) {
    latest = new Latest(summary, true);
    successes.incrementAndGet();
  }

  /** The last attempt gave nothing: shows NaN from now on, rather than what is no longer true. */
  public void failed() {
    latest = new Latest(SymmetrySummary.none(), false);
    failures.incrementAndGet();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(
        registry,
        "liegg.symmetry.dimension",
        "Learned symmetries, trivial ones included",
        "directions",
        SymmetrySummary::dimension);
    gauge(
        registry,
        "liegg.symmetry.trivial",
        "Symmetries that move only what the model does not depend on",
        "directions",
        SymmetrySummary::trivial);
    gauge(
        registry,
        "liegg.symmetry.defect",
        "Smallest defect: 0 is an exact symmetry, 1 is the independence baseline",
        "",
        summary -> orNaN(summary.smallestDefect()));
    gauge(
        registry,
        "liegg.symmetry.variance",
        "Smallest symmetry variance, in squared units of the output",
        "",
        summary -> orNaN(summary.variance()));
    gauge(
        registry,
        "liegg.symmetry.angle",
        "Largest principal angle between the learned symmetries and the reference",
        "degrees",
        summary -> orNaN(summary.largestAngle()));
    gauge(
        registry,
        "liegg.symmetry.bias",
        "Largest symmetry bias of a learned generator to the reference",
        "",
        summary -> orNaN(summary.largestBias()));
    gauge(
        registry,
        "liegg.symmetry.reference.defect.max",
        "Largest defect inside the reference",
        "",
        summary -> summary.reference().map(ReferenceDefect::worst).orElse(Double.NaN));
    gauge(
        registry,
        "liegg.symmetry.reference.defect.mean",
        "Mean defect inside the reference",
        "",
        summary -> summary.reference().map(ReferenceDefect::mean).orElse(Double.NaN));
    counter(registry, "success", successes);
    counter(registry, "failure", failures);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String description,
      String unit,
      ToDoubleFunction<SymmetrySummary> value) {
    Gauge.Builder<SymmetryGauges> gauge =
        Gauge.builder(name, this, gauges -> gauges.latest.read(value))
            .description(description)
            .tags(tags)
            // A finished training is collected; its last values are still true of the model.
            .strongReference(true);
    (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
  }

  private void counter(MeterRegistry registry, String outcome, AtomicLong count) {
    FunctionCounter.builder("liegg.symmetry.measurements", count, AtomicLong::get)
        .description("Attempts to measure symmetries")
        .tags(tags.and("outcome", outcome))
        .register(registry);
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private record Latest(SymmetrySummary summary, boolean known) {
    double read(ToDoubleFunction<SymmetrySummary> value) {
      return known ? value.applyAsDouble(summary) : Double.NaN;
    }
  }
}
