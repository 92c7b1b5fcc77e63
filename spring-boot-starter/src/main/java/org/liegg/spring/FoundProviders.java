package org.liegg.spring;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PluginLoader;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.Registered;
import org.liegg.app.Liegg;
import org.liegg.app.PluginPath;
import org.liegg.app.Wiring;

/** The class path and the plug-ins of an application, open until the application ends. */
final class FoundProviders implements AutoCloseable {
  private static final String PLUGINS = "liegg.plugins";

  private final PluginPath path;
  private final Optional<PluginLoader> plugins;

  /**
   * @throws org.liegg.api.ProviderException if something named is no plug-in
   */
  FoundProviders(List<String> named) {
    path =
        named.isEmpty()
            ? PluginPath.none()
            : PluginPath.named(PLUGINS, String.join(File.pathSeparator, named));
    // Classes are loaded one by one, so the jars stay open.
    plugins =
        path.jars().isEmpty()
            ? Optional.empty()
            : Optional.of(new PluginLoader(path.jars(), Liegg.class.getClassLoader()));
  }

  /**
   * What a façade is put together of.
   *
   * @param engines names of those that may be used; all where empty
   * @throws org.liegg.api.ProviderException if there is none of such a name
   */
  Wiring wiring(List<String> engines) {
    ClassLoader loader =
        plugins.<ClassLoader>map(own -> own).orElseGet(Liegg.class::getClassLoader);
    Wiring all = Wiring.of(path, loader);
    return engines.isEmpty() ? all : all.withEngines(only(engines, loader));
  }

  private static ProviderRegistry<ModelGradientProvider> only(
      List<String> names, ClassLoader loader) {
    ProviderRegistry<ModelGradientProvider> all =
        ProviderRegistry.load(ProviderKind.ENGINE, loader);
    return ProviderRegistry.of(
        ProviderKind.ENGINE, names.stream().distinct().map(name -> named(name, all)).toList());
  }

  /** Not asked whether it is available: the first model may well be another engine's. */
  private static ModelGradientProvider named(
      String name, ProviderRegistry<ModelGradientProvider> all) {
    return all.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .filter(entry -> entry.broken().isEmpty())
        .findFirst()
        .flatMap(Registered::provider)
        .orElseGet(() -> all.require(name));
  }

  @Override
  public void close() throws IOException {
    if (plugins.isPresent()) {
      plugins.get().close();
    }
  }
}
