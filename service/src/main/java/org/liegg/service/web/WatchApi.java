package org.liegg.service.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What those ask who watch the service: whether it lives, whether it is ready, what it measures.
 */
final class WatchApi {
  private final BooleanSupplier ready;
  private final Supplier<String> metrics;
  private final String openApi;

  WatchApi(BooleanSupplier ready, Supplier<String> metrics, String openApi) {
    this.ready = ready;
    this.metrics = metrics;
    this.openApi = openApi;
  }

  void addTo(Routes routes) {
    routes.get("/health/live", request -> Answers.say(request, 200, Map.of("status", "UP")));
    routes.get(
        "/health/ready",
        request -> {
          boolean up = ready.getAsBoolean();
          Answers.say(request, up ? 200 : 503, Map.of("status", up ? "UP" : "DOWN"));
        });
    routes.get(
        "/metrics",
        request ->
            request
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.get().getBytes(StandardCharsets.UTF_8)));
    routes.get("/openapi.json", request -> Answers.sayJson(request, openApi));
  }
}
