package org.liegg.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.Provider;
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

  @Override
  protected void configure() {
    bind(PluginPath.class).toInstance(plugins);
    registry(new TypeLiteral<ProviderRegistry<ModelGradientProvider>>() {}, ProviderKind.ENGINE);
    registry(
        new TypeLiteral<ProviderRegistry<DecompositionProvider>>() {}, ProviderKind.DECOMPOSITION);
    registry(new TypeLiteral<ProviderRegistry<GroupActionProvider>>() {}, ProviderKind.ACTION);
  }

  private <P extends Provider> void registry(
      TypeLiteral<ProviderRegistry<P>> type, ProviderKind<P> kind) {
    bind(type).toProvider(() -> ProviderRegistry.load(kind, loader)).in(Singleton.class);
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
