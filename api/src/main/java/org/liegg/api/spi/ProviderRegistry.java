package org.liegg.api.spi;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.liegg.api.ProviderException;

/**
 * The providers of one kind that were found, with the rules by which one is chosen: a name is taken
 * at its word or refused, and never replaced by another; the automatic choice takes the available
 * provider of highest priority and logs which and why. Holds no static state; make one and pass it
 * on.
 *
 * @param <P> the provider interface
 */
public final class ProviderRegistry<P extends Provider> {
  private static final System.Logger LOG = System.getLogger(ProviderRegistry.class.getName());
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final ProviderKind<P> kind;
  private final List<Registered<P>> entries;

  private ProviderRegistry(ProviderKind<P> kind, List<Registered<P>> entries) {
    this.kind = kind;
    this.entries =
        entries.stream().sorted(Comparator.comparing((Registered<P> e) -> e.name())).toList();
    refuseDuplicates();
  }

  /**
   * Finds the providers on a class path. One that cannot be loaded is kept as unavailable.
   *
   * @throws ProviderException if two have the same name
   */
  public static <P extends Provider> ProviderRegistry<P> load(
      ProviderKind<P> kind, ClassLoader loader) {
    return new ProviderRegistry<>(
        kind,
        ProviderLoader.load(kind.type(), loader).stream().map(ProviderRegistry::checked).toList());
  }

  /**
   * A registry of given providers.
   *
   * @throws ProviderException if two have the same name
   */
  public static <P extends Provider> ProviderRegistry<P> of(
      ProviderKind<P> kind, Collection<? extends P> providers) {
    List<Registered<P>> entries = new ArrayList<>();
    for (P provider : providers) {
      entries.add(checked(ProviderLoader.register(provider)));
    }
    return new ProviderRegistry<>(kind, entries);
  }

  /** Every provider found, by name, the broken ones included. */
  public List<Registered<P>> entries() {
    return entries;
  }

  /** What kind of provider this registry holds. */
  public ProviderKind<P> kind() {
    return kind;
  }

  /**
   * The provider of this name. It is never replaced by another one.
   *
   * @throws ProviderException if there is none, or it does not work here
   */
  public P require(String name) {
    Registered<P> entry = find(name).orElseThrow(() -> unknown(name));
    if (entry.availability() instanceof Availability.Unavailable why) {
      throw new ProviderException(
          "LIEGG-PROVIDER-UNAVAILABLE",
          "%s '%s' (%s)".formatted(kind.noun(), name, entry.jar()),
          why.reason(),
          why.remedy(),
          why.cause().orElse(null));
    }
    return entry.provider().orElseThrow();
  }

  /**
   * The available provider of highest priority among those that are acceptable; asked for
   * availability in that order, and only until one is found.
   *
   * @param purpose what it is for, as the log and the error say it
   * @throws ProviderException if no acceptable provider is available
   */
  public P choose(String purpose, Predicate<? super P> acceptable) {
    List<Registered<P>> candidates =
        entries.stream()
            .filter(entry -> entry.provider().filter(acceptable).isPresent())
            .sorted(Comparator.comparingInt((Registered<P> entry) -> -priority(entry)))
            .toList();
    for (Registered<P> entry : candidates) {
      if (entry.availability() instanceof Availability.Unavailable why) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} ''{1}'' passed over for {2}: {3}; {4}",
            kind.noun(),
            entry.name(),
            purpose,
            why.reason(),
            why.remedy());
        continue;
      }
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0} for {1}: {2}, priority {3}, of {4}",
          kind.noun(),
          purpose,
          entry.describe(),
          priority(entry),
          candidates.stream().map(Registered::name).collect(joining(", ")));
      return entry.provider().orElseThrow();
    }
    throw new ProviderException(
        "LIEGG-PROVIDER-NONE",
        "%s for %s".formatted(kind.noun(), purpose),
        candidates.isEmpty()
            ? "none of those found takes it: " + listing()
            : "none of those that take it works here: " + reasons(candidates),
        "check the file, or put a jar that brings one on the class path, e.g. " + kind.artifact());
  }

  private static <P extends Provider> int priority(Registered<P> entry) {
    return entry.provider().orElseThrow().priority();
  }

  private Optional<Registered<P>> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private ProviderException unknown(String name) {
    String hint =
        Suggestions.nearest(name, entries.stream().map(Registered::name).toList())
            .map("did you mean '%s'? "::formatted)
            .orElse("");
    return new ProviderException(
        "LIEGG-PROVIDER-UNKNOWN",
        "%s '%s'".formatted(kind.noun(), name),
        "no such %s; found: %s".formatted(kind.noun(), listing()),
        "%schoose one of these, or put the jar that brings it on the class path (%s)"
            .formatted(hint, kind.coordinateOf(name)));
  }

  private String listing() {
    return entries.isEmpty()
        ? "nothing"
        : entries.stream().map(Registered::describe).collect(joining(", "));
  }

  private String reasons(List<Registered<P>> candidates) {
    return candidates.stream()
        .map(
            entry ->
                entry.availability() instanceof Availability.Unavailable why
                    ? entry.name() + ": " + why.reason()
                    : entry.name())
        .collect(joining("; "));
  }

  private void refuseDuplicates() {
    for (int i = 1; i < entries.size(); i++) {
      Registered<P> first = entries.get(i - 1);
      Registered<P> second = entries.get(i);
      if (first.name().equals(second.name())) {
        throw new ProviderException(
            "LIEGG-PROVIDER-DUPLICATE",
            "%s '%s'".formatted(kind.noun(), first.name()),
            "two providers have this name, one from %s and one from %s"
                .formatted(first.jar(), second.jar()),
            "take one of the two off the class path");
      }
    }
  }

  private static <P extends Provider> Registered<P> checked(Registered<P> entry) {
    if (entry.broken().isPresent()) {
      return entry;
    }
    P provider = entry.provider().orElseThrow();
    if (!NAME.matcher(entry.name()).matches()) {
      return entry.asBroken(
          "its name is not made of lower-case letters, digits and '-', starting with a letter");
    }
    if (provider.apiVersion() != Provider.API_VERSION) {
      return entry.asBroken(
          "it was built for version %d of the provider interfaces, this is version %d"
              .formatted(provider.apiVersion(), Provider.API_VERSION));
    }
    return entry;
  }
}
