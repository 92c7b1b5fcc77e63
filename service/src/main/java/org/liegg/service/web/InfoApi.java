package org.liegg.service.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;
import org.liegg.app.Plugins;
import org.liegg.client.ServiceInfo;
import org.liegg.client.ServicePlugin;
import org.liegg.service.settings.ServiceSettings;
import org.liegg.service.worker.AnalysisOptions;

/** What the service is, what it can, and what it takes. */
final class InfoApi {
  private final Liegg liegg;
  private final ServiceSettings settings;
  private final List<String> roots;

  InfoApi(Liegg liegg, ServiceSettings settings, List<String> roots) {
    this.liegg = liegg;
    this.settings = settings;
    this.roots = roots;
  }

  void addTo(Routes routes) {
    routes.get("/api/v1/info", request -> Answers.say(request, 200, info()));
    routes.get(
        "/api/v1/plugins",
        request ->
            Answers.say(
                request,
                200,
                Map.of("items", liegg.plugins().list().stream().map(InfoApi::plugin).toList())));
  }

  private ServiceInfo info() {
    String version = InfoApi.class.getPackage().getImplementationVersion();
    return new ServiceInfo(
        version == null ? "dev" : version,
        System.getProperty("java.version"),
        settings.work().workers(),
        roots,
        Map.of(
            "upload", settings.limits().upload(),
            "queue", (long) settings.work().queue(),
            "requestsPerSecond", (long) settings.limits().requests()),
        AnalysisOptions.names(),
        settings.network().token().isPresent());
  }

  private static ServicePlugin plugin(Plugins.Plugin found) {
    Optional<String> broken = found.broken();
    boolean works = broken.isEmpty() && found.availability() instanceof Availability.Available;
    return new ServicePlugin(
        found.kind(),
        found.name(),
        found.version(),
        found.jar().replaceAll(".*[/\\\\]", ""),
        found.usage(),
        works,
        broken.orElseGet(() -> detail(found.availability())));
  }

  private static String detail(Availability availability) {
    return availability instanceof Availability.Unavailable unavailable
        ? unavailable.reason()
        : ((Availability.Available) availability).detail();
  }
}
