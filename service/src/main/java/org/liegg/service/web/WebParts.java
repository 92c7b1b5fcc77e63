package org.liegg.service.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.service.mcp.McpEndpoint;
import org.liegg.service.settings.Network;

/**
 * What the routes are made of.
 *
 * @param guard stands before them
 * @param meters measure them
 * @param events go on for as long as somebody listens
 * @param session of browsers
 * @param others everything else
 */
record WebParts(
    Guard guard, HttpMeters meters, Events events, SessionApi session, List<Part> others) {

  /** Some routes. */
  interface Part {
    void addTo(Routes routes);
  }

  static WebParts of(Behind behind, MeterRegistry registry, Supplier<String> metrics) {
    Network network = behind.settings().network();
    Optional<Secret> secret = network.token().map(Secret::new);
    Guard guard = new Guard(network, secret, behind.settings().limits());
    String openApi =
        new String(Assets.resource("/org/liegg/service/openapi.json"), StandardCharsets.UTF_8);
    return new WebParts(
        guard,
        new HttpMeters(registry),
        new Events(behind.jobs().analyses(), behind.settings().limits().streams()),
        new SessionApi(guard, secret, network.tls().isPresent()),
        List.of(
            new FilesApi(behind.files())::addTo,
            new AnalysesApi(behind.jobs(), behind.liegg())::addTo,
            new ReportsApi(behind.jobs().analyses(), behind.liegg())::addTo,
            routes ->
                routes.post(
                    McpEndpoint.PATH, request -> behind.mcp().answer(request.req(), request.res())),
            new OrbitApi(behind.jobs().analyses(), behind.inquiries())::addTo,
            new InfoApi(behind.liegg(), behind.settings(), behind.jobs().places().roots())::addTo,
            new WatchApi(behind.ready(), metrics, openApi)::addTo,
            new Assets()::addTo));
  }

  void addTo(Routes routes) {
    session.addTo(routes);
    events.addTo(routes);
    others.forEach(part -> part.addTo(routes));
  }
}
