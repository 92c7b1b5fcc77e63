package org.liegg.service.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.spi.Availability;
import org.liegg.app.Liegg;
import org.liegg.app.Plugins;
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

  /**
   * What the service is.
   *
   * @param version of this program
   * @param java version of Java
   * @param workers how many analyses run at a time
   * @param roots folders whose files requests may name
   * @param limits what it takes
   * @param options that analyses have
   * @param tokenNeeded whether those who ask have to show a token
   */
  record Info(
      String version,
      String java,
      int workers,
      List<String> roots,
      Map<String, Long> limits,
      List<String> options,
      boolean tokenNeeded) {}

  /**
   * A provider.
   *
   * @param kind engine, decomposition, action or group
   * @param name its name
   * @param version version of its jar
   * @param jar the jar it came from, without its folder
   * @param usage how it is used
   * @param available whether it works here
   * @param detail what it says of that
   */
  record Provider(
      String kind,
      String name,
      String version,
      String jar,
      String usage,
      boolean available,
      String detail) {}

  void addTo(Routes routes) {
    routes.get("/api/v1/info", request -> Answers.say(request, 200, info()));
    routes.get(
        "/api/v1/plugins",
        request ->
            Answers.say(
                request,
                200,
                Map.of("items", liegg.plugins().list().stream().map(InfoApi::provider).toList())));
  }

  private Info info() {
    String version = InfoApi.class.getPackage().getImplementationVersion();
    return new Info(
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

  private static Provider provider(Plugins.Plugin found) {
    Optional<String> broken = found.broken();
    boolean works = broken.isEmpty() && found.availability() instanceof Availability.Available;
    return new Provider(
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
