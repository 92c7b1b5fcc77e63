package org.liegg.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.liegg.metrics.SymmetryMeters;

/** What was extracted, as Prometheus scrapes it or reads it from a text file. */
public final class PrometheusMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Listens from now on. */
  public PrometheusMetrics(SymmetryMeters meters) {
    meters.bindTo(registry);
  }

  /** All meters in the text exposition format, version 0.0.4. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
