package org.liegg.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.liegg.api.LieggException;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisState;
import org.liegg.client.Outcome;
import org.liegg.client.Outcome.GateOutcome;
import org.liegg.service.store.Analyses;

/**
 * What is measured of a service: Java, requests, analyses by state, and the last answer about every
 * question to every model that has a name.
 */
final class ServiceMeters implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ServiceMeters.class.getName());

  /** Answers that are shown; a service of more has another way to look at them. */
  private static final int ANSWERS = 1000;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Analyses analyses;
  private final MultiGauge defects;
  private final MultiGauge verdicts;
  private final MultiGauge dimensions;

  ServiceMeters(Analyses analyses) {
    this.analyses = analyses;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
    for (AnalysisState state : AnalysisState.values()) {
      Gauge.builder("liegg.service.analyses", () -> count(state))
          .description("Analyses by state")
          .tag("state", state.label())
          .register(registry);
    }
    defects = gauge("liegg.service.defect.worst", "Worst defect of what was expected, last time");
    verdicts =
        gauge("liegg.service.verdict", "The last answer: 1 invariant, 0 not settled, -1 broken");
    dimensions = gauge("liegg.service.dimension", "Dimension of the symmetries, last time");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private double count(AnalysisState state) {
    try {
      return analyses.count(state);
    } catch (LieggException e) {
      return Double.NaN;
    }
  }

  MeterRegistry registry() {
    return registry;
  }

  /** All of it in the text exposition format, version 0.0.4. */
  String text() {
    try {
      refresh();
    } catch (LieggException e) {
      LOG.log(Level.WARNING, "Answers could not be measured: {0}", e.getMessage());
    }
    return registry.scrape();
  }

  private void refresh() {
    List<Row<?>> worst = new ArrayList<>();
    List<Row<?>> verdict = new ArrayList<>();
    List<Row<?>> dimension = new ArrayList<>();
    for (Analysis last : analyses.lastAnswers(ANSWERS)) {
      String model = last.request().model().name().orElse("");
      Tags tags = Tags.of("model", model, "question", Analyses.question(last.request()));
      Outcome found = last.outcome().orElseThrow();
      verdict.add(Row.of(tags, sign(found.verdict())));
      dimension.add(Row.of(tags, found.dimension()));
      found
          .gate()
          .flatMap(GateOutcome::worst)
          .ifPresent(bounds -> worst.add(Row.of(tags, bounds.value())));
    }
    defects.register(worst, true);
    verdicts.register(verdict, true);
    dimensions.register(dimension, true);
  }

  private static int sign(String verdict) {
    return switch (verdict) {
      case "invariant" -> 1;
      case "broken" -> -1;
      default -> 0;
    };
  }

  /** Counts an analysis that is not in work any more. */
  void finished(String id) {
    try {
      Analysis analysis = analyses.get(id);
      if (!analysis.state().isFinal()) {
        return;
      }
      registry.counter("liegg.service.finished", "state", analysis.state().label()).increment();
      analysis
          .outcome()
          .ifPresent(
              found ->
                  registry
                      .timer("liegg.service.work")
                      .record(Duration.ofMillis((long) (found.seconds() * 1000))));
    } catch (LieggException e) {
      LOG.log(Level.FINE, "An analysis was not counted: {0}", e.getMessage());
    }
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
