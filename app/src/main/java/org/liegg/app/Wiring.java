package org.liegg.app;

import java.util.function.Supplier;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.Provider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.ActionGrammar;
import org.liegg.groups.GroupGrammar;
import org.liegg.metrics.SymmetryMeters;

/**
 * What a {@link Liegg} is put together of: registries of engines, decompositions and group types,
 * their grammars, meters. Each is made when it is first asked for, once, and can be replaced by one
 * of the caller's own. Immutable, and safe for use by many threads.
 *
 * <pre>{@code
 * Liegg pure = Liegg.create(Wiring.of(loader).withDecompositions(mine));
 * }</pre>
 */
public final class Wiring {
  private final ClassLoader loader;
  private final PluginPath plugins;
  private final Supplier<ProviderRegistry<ModelGradientProvider>> engines;
  private final Supplier<ProviderRegistry<DecompositionProvider>> decompositions;
  private final Supplier<ProviderRegistry<GroupActionProvider>> actions;
  private final Supplier<ActionGrammar> grammar;
  private final Supplier<ProviderRegistry<FiniteGroupProvider>> groups;
  private final SymmetryMeters meters;

  private Wiring(
      ClassLoader loader,
      PluginPath plugins,
      Supplier<ProviderRegistry<ModelGradientProvider>> engines,
      Supplier<ProviderRegistry<DecompositionProvider>> decompositions,
      Supplier<ProviderRegistry<GroupActionProvider>> actions,
      Supplier<ActionGrammar> grammar,
      Supplier<ProviderRegistry<FiniteGroupProvider>> groups,
      SymmetryMeters meters) {
    this.loader = loader;
    this.plugins = plugins;
    this.engines = engines;
    this.decompositions = decompositions;
    this.actions = actions;
    this.grammar = grammar;
    this.groups = groups;
    this.meters = meters;
  }

  /** Providers are found by a class loader, e.g. one that knows plug-ins. */
  public static Wiring of(ClassLoader loader) {
    return of(PluginPath.none(), loader);
  }

  /**
   * With plug-ins, which worker processes know as well.
   *
   * @param plugins jars that this loader knows beside the product's
   * @param loader the one loader of these and of the product
   */
  public static Wiring of(PluginPath plugins, ClassLoader loader) {
    Supplier<ProviderRegistry<GroupActionProvider>> actions = registry(ProviderKind.ACTION, loader);
    return new Wiring(
        loader,
        plugins,
        registry(ProviderKind.ENGINE, loader),
        registry(ProviderKind.DECOMPOSITION, loader),
        actions,
        grammar(actions),
        registry(ProviderKind.GROUP, loader),
        new SymmetryMeters());
  }

  /** With these engines in place of those that are found. */
  public Wiring withEngines(ProviderRegistry<ModelGradientProvider> own) {
    return new Wiring(loader, plugins, () -> own, decompositions, actions, grammar, groups, meters);
  }

  /** With these decompositions in place of those that are found. */
  public Wiring withDecompositions(ProviderRegistry<DecompositionProvider> own) {
    return new Wiring(loader, plugins, engines, () -> own, actions, grammar, groups, meters);
  }

  /** With these group types in place of those that are found, and a grammar of them. */
  public Wiring withActions(ProviderRegistry<GroupActionProvider> own) {
    return new Wiring(
        loader, plugins, engines, decompositions, () -> own, grammar(() -> own), groups, meters);
  }

  /** With these groups that are tried by their elements in place of those that are found. */
  public Wiring withGroups(ProviderRegistry<FiniteGroupProvider> own) {
    return new Wiring(
        loader, plugins, engines, decompositions, actions, grammar, () -> own, meters);
  }

  /** With meters that the caller holds. */
  public Wiring withMeters(SymmetryMeters own) {
    return new Wiring(loader, plugins, engines, decompositions, actions, grammar, groups, own);
  }

  ClassLoader loader() {
    return loader;
  }

  ActionGrammar grammar() {
    return grammar.get();
  }

  GroupGrammar groupGrammar() {
    return new GroupGrammar(groups.get());
  }

  Extractions extractions() {
    return new Extractions(
        engines.get(), decompositions.get(), grammar(), this::groupGrammar, meters, plugins);
  }

  Plugins plugins() {
    return new Plugins(engines.get(), decompositions.get(), actions.get(), groups.get(), plugins);
  }

  PrometheusMetrics metrics() {
    return new PrometheusMetrics(meters);
  }

  private static <P extends Provider> Supplier<ProviderRegistry<P>> registry(
      ProviderKind<P> kind, ClassLoader loader) {
    return new Once<>(() -> ProviderRegistry.load(kind, loader));
  }

  private static Supplier<ActionGrammar> grammar(
      Supplier<ProviderRegistry<GroupActionProvider>> actions) {
    return new Once<>(() -> new ActionGrammar(actions.get()));
  }
}
