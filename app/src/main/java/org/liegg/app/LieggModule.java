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

/** What is found on the class path, and what is made of it. */
public final class LieggModule extends AbstractModule {
  private final ClassLoader loader;

  /** Finds providers by the loader of this class. */
  public LieggModule() {
    this(LieggModule.class.getClassLoader());
  }

  /** Finds providers by this loader. */
  public LieggModule(ClassLoader loader) {
    this.loader = loader;
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
