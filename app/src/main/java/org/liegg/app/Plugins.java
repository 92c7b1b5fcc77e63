package org.liegg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.api.LieggException;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.Provider;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;

/** Everything that was found, built in or in plug-ins, working or not. */
public final class Plugins {
  private final List<ProviderRegistry<?>> registries;
  private final PluginPath path;

  Plugins(
      ProviderRegistry<ModelGradientProvider> engines,
      ProviderRegistry<DecompositionProvider> decompositions,
      ProviderRegistry<GroupActionProvider> actions,
      ProviderRegistry<FiniteGroupProvider> groups,
      PluginPath path) {
    registries = List.of(engines, decompositions, actions, groups);
    this.path = path;
  }

  /** All providers, by kind and name; each is asked whether it works here. */
  public List<Plugin> list() {
    return registries.stream().flatMap(Plugins::of).toList();
  }

  /** The jars of plug-ins that can be read. */
  public List<Jar> jars() {
    Set<String> used =
        registries.stream()
            .flatMap(registry -> registry.entries().stream())
            .map(entry -> entry.origin().path())
            .collect(Collectors.toSet());
    return path.jars().stream().map(jar -> new Jar(jar, used.contains(jar.toString()))).toList();
  }

  /** The error for each jar of a folder that cannot be read. */
  public List<String> unreadable() {
    return path.unreadable().stream().map(error -> String.valueOf(error.getMessage())).toList();
  }

  private static <P extends Provider> Stream<Plugin> of(ProviderRegistry<P> registry) {
    return registry.entries().stream().map(entry -> plugin(registry, entry));
  }

  private static <P extends Provider> Plugin plugin(
      ProviderRegistry<P> registry, Registered<P> entry) {
    return new Plugin(
        registry.kind().noun(),
        entry.name(),
        entry.version(),
        entry.jar(),
        entry.usage().orElse(""),
        entry.availability(),
        registry.objection(entry).map(LieggException::getMessage));
  }

  /**
   * One provider.
   *
   * @param kind {@code engine}, {@code decomposition}, {@code action} or {@code group}
   * @param name its name
   * @param version version of its jar
   * @param jar the jar it came from: the file's name, of a plug-in the whole path
   * @param usage how it is used, where it says so
   * @param availability whether it works here
   * @param broken the error that using it ends in, where it is broken
   */
  public record Plugin(
      String kind,
      String name,
      String version,
      String jar,
      String usage,
      Availability availability,
      Optional<String> broken) {}

  /**
   * A jar of a plug-in.
   *
   * @param path where it is
   * @param provides whether it has providers, be they broken; another may need it all the same
   */
  public record Jar(Path path, boolean provides) {}
}
