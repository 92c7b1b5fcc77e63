package org.liegg.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.ActionGrammar;
import org.liegg.metrics.SymmetryMeters;

/** What one class loader finds, that of the plug-ins, and what is made of it. */
public final class LieggModule extends AbstractModule {
  private final PluginPath plugins;
  private final ClassLoader loader;

  /**
   * Finds providers by a class loader.
   *
   * @param plugins jars that this loader knows beside the product's, which worker processes are
   *     told
   * @param loader the one loader of these and of the product
   */
  public LieggModule(PluginPath plugins, ClassLoader loader) {
    this.plugins = plugins;
    this.loader = loader;
  }

  @Provides
  @Singleton
  PluginPath plugins() {
    return plugins;
  }

  @Provides
  @Singleton
  ProviderRegistry<ModelGradientProvider> engines() {
    return ProviderRegistry.load(ProviderKind.ENGINE, loader);
  }

  @Provides
  @Singleton
  ProviderRegistry<DecompositionProvider> decompositions() {
    return ProviderRegistry.load(ProviderKind.DECOMPOSITION, loader);
  }

  @Provides
  @Singleton
  ProviderRegistry<GroupActionProvider> actions() {
    return ProviderRegistry.load(ProviderKind.ACTION, loader);
  }

  @Provides
  @Singleton
  SymmetryMeters meters() {
    return new SymmetryMeters();
  }

  @Provides
  @Singleton
  ActionGrammar grammar(ProviderRegistry<GroupActionProvider> actions) {
    return new ActionGrammar(actions);
  }
}
