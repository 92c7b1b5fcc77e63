package org.liegg.app;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;

/** Everything that was found on the class path, working or not. */
public final class Plugins {
  private final List<ProviderRegistry<?>> registries;

  @Inject
  Plugins(
      ProviderRegistry<ModelGradientProvider> engines,
      ProviderRegistry<DecompositionProvider> decompositions,
      ProviderRegistry<GroupActionProvider> actions) {
    registries = List.of(engines, decompositions, actions);
  }

  /** All providers, by kind and name; each is asked whether it works here. */
  List<Plugin> list() {
    return registries.stream().flatMap(Plugins::of).toList();
  }

  private static Stream<Plugin> of(ProviderRegistry<?> registry) {
    return registry.entries().stream().map(entry -> plugin(registry.kind().noun(), entry));
  }

  private static Plugin plugin(String kind, Registered<?> entry) {
    String detail =
        entry.provider().orElse(null) instanceof GroupActionProvider action ? action.usage() : "";
    return new Plugin(
        kind, entry.name(), entry.version(), entry.jar(), detail, entry.availability());
  }

  /**
   * One provider.
   *
   * @param kind {@code engine}, {@code decomposition} or {@code action}
   * @param name its name
   * @param version version of its jar
   * @param jar the jar it came from
   * @param usage how it is used, where it says so
   * @param availability whether it works here
   */
  public record Plugin(
      String kind,
      String name,
      String version,
      String jar,
      String usage,
      Availability availability) {}
}
