package org.liegg.service.web;

import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Times of requests by method, route and status. */
final class HttpMeters {
  private final MeterRegistry registry;

  HttpMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The same handler, measured. What it throws is answered elsewhere, and counts as an error. */
  Handler measured(String method, String path, Handler handler) {
    return request -> {
      long began = System.nanoTime();
      String outcome = "error";
      try {
        handler.handle(request);
        outcome = Integer.toString(request.statusCode());
      } finally {
        Timer.builder("liegg.service.requests")
            .description("Requests by method, route and status")
            .tags("method", method, "route", path, "status", outcome)
            .register(registry)
            .record(Duration.ofNanos(System.nanoTime() - began));
      }
    };
  }
}
