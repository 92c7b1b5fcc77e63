package org.liegg.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.liegg.api.Printable;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;

/**
 * Extractions as Micrometer meters: a timer for every stage, rows and their rate, and for every
 * model and action the gauges of {@link SymmetryGauges}. Bind it to as many registries as wanted,
 * before or after the first extraction; docs/metrics.md lists the names. Safe for use by many
 * threads.
 */
public final class SymmetryMeters implements MeterBinder {
  private static final String TOTAL = "total";

  private final List<MeterRegistry> registries = new ArrayList<>();
  private final Map<Tags, SymmetryGauges> gauges = new LinkedHashMap<>();

  /** Meters that show nothing yet. */
  public SymmetryMeters() {}

  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    registries.add(registry);
    gauges.values().forEach(known -> known.bindTo(registry));
  }

  /** An extraction ended well. The model's tag is its path, the action's its spec. */
  public synchronized void extracted(SymmetryReport report) {
    String model = report.model().path();
    String action = report.action().spec();
    gauges(model, action).measured(summary(report));
    Tags tags = tags(model, action);
    long rows = report.data().used() * report.model().outputSize();
    Map<String, Double> seconds = report.provenance().seconds();
    for (MeterRegistry registry : registries) {
      seconds.forEach(
          (stage, taken) -> {
            if (stage.equals(TOTAL)) {
              total(registry, tags, taken, rows);
            } else {
              stage(registry, tags.and("stage", stage), taken);
            }
          });
    }
  }

  /** An extraction failed. */
  public synchronized void failed(String model, String action) {
    gauges(model, action).failed();
  }

  private static SymmetrySummary summary(SymmetryReport report) {
    SymmetrySummary summary = SymmetrySummary.of(report);
    return report
        .reference()
        .flatMap(Reference::defect)
        .map(found -> summary.withReference(new ReferenceDefect(found.worst(), found.mean())))
        .orElse(summary);
  }

  private SymmetryGauges gauges(String model, String action) {
    return gauges.computeIfAbsent(
        tags(model, action),
        unseen -> {
          SymmetryGauges fresh = new SymmetryGauges(model, action);
          registries.forEach(fresh::bindTo);
          return fresh;
        });
  }

  private static Tags tags(String model, String action) {
    return Tags.of("model", Printable.message(model), "action", Printable.message(action));
  }

  private static void total(MeterRegistry registry, Tags tags, double seconds, long rows) {
    record(
        Timer.builder("liegg.extraction")
            .description("Wall time of one extraction")
            .tags(tags)
            .register(registry),
        seconds);
    Counter.builder("liegg.extraction.rows")
        .description("Rows of the polarization matrix: samples times outputs")
        .baseUnit("rows")
        .tags(tags)
        .register(registry)
        .increment((double) rows);
    if (seconds > 0) {
      DistributionSummary.builder("liegg.extraction.rate")
          .description("Rows of one extraction by its wall time")
          .baseUnit("rows.per.second")
          .tags(tags)
          .register(registry)
          .record((double) rows / seconds);
    }
  }

  private static void stage(MeterRegistry registry, Tags tags, double seconds) {
    record(
        Timer.builder("liegg.extraction.stage")
            .description("Time of one stage of an extraction, added up over threads")
            .tags(tags)
            .register(registry),
        seconds);
  }

  private static void record(Timer timer, double seconds) {
    timer.record(Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
  }
}
