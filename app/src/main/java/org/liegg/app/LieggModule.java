package org.liegg.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.function.Supplier;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.ActionGrammar;
import org.liegg.metrics.SymmetryMeters;

/** What one class loader finds, that of the plug-ins, and what is made of it. */
public final class LieggModule extends AbstractModule {
  private final Supplier<PluginPath> plugins;
  private final Supplier<? extends ClassLoader> loader;

  /** Finds providers by the loader of this class. */
  public LieggModule() {
    this(LieggModule.class.getClassLoader());
  }

  /** Finds providers by this loader. */
  public LieggModule(ClassLoader loader) {
    this(PluginPath::none, () -> loader);
  }

  /**
   * Finds providers in plug-ins as well.
   *
   * @param plugins where they are; asked when it is needed, and only once
   * @param loader the one loader of these and of the product, by which everything is found; asked
   *     when the first provider is looked for
   */
  public LieggModule(Supplier<PluginPath> plugins, Supplier<? extends ClassLoader> loader) {
    this.plugins = plugins;
    this.loader = loader;
  }

  @Provides
  @Singleton
  PluginPath plugins() {
    return plugins.get();
  }

  @Provides
  @Singleton
  ProviderRegistry<ModelGradientProvider> engines() {
    return ProviderRegistry.load(ProviderKind.ENGINE, loader.get());
  }

  @Provides
  @Singleton
  ProviderRegistry<DecompositionProvider> decompositions() {
    return ProviderRegistry.load(ProviderKind.DECOMPOSITION, loader.get());
  }

  @Provides
  @Singleton
  ProviderRegistry<GroupActionProvider> actions() {
    return ProviderRegistry.load(ProviderKind.ACTION, loader.get());
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
