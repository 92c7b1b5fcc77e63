package org.liegg.api.spi;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final Pattern GROUP_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final String PLACE =
      "; jars go into the folder plugins of the installation, or on the class path";
  private static final String TAKE_ONE_OFF = "take one of the two away";

  private final ProviderKind<P> kind;
  private final List<Registered<P>> entries;

  /** Entries that are not broken, those that share a name included. */
  private final List<Registered<P>> working;

  /** Why none of several providers of one name is taken, by the name. */
  private final Map<String, String> ambiguous = new TreeMap<>();

  private ProviderRegistry(ProviderKind<P> kind, List<Registered<P>> found) {
    this.kind = kind;
    List<Registered<P>> sorted =
        found.stream().sorted(Comparator.comparing((Registered<P> e) -> e.name())).toList();
    working = sorted.stream().filter(entry -> entry.broken().isEmpty()).toList();
    for (int i = 1; i < working.size(); i++) {
      Registered<P> first = working.get(i - 1);
      Registered<P> second = working.get(i);
      if (first.name().equals(second.name())) {
        ambiguous.putIfAbsent(
            first.name(),
            "two providers have this name, one from %s and one from %s"
                .formatted(first.origin().path(), second.origin().path()));
      }
    }
    entries = sorted.stream().map(this::unlessAmbiguous).toList();
  }

  private Registered<P> unlessAmbiguous(Registered<P> entry) {
    String why = ambiguous.get(entry.name());
    return why == null || entry.broken().isPresent()
        ? entry
        : entry.asBroken(why, Optional.empty(), TAKE_ONE_OFF);
  }

  /**
   * The providers that the thread's class loader finds; where it has none, those next to this
   * class.
   */
  public static <P extends Provider> ProviderRegistry<P> find(ProviderKind<P> kind) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      ProviderRegistry<P> found = load(kind, context);
      if (!found.entries().isEmpty()) {
        return found;
      }
    }
    return load(kind, ProviderRegistry.class.getClassLoader());
  }

  /**
   * Finds the providers on a class path. One that cannot be loaded is kept as unavailable, and so
   * are two of one name.
   */
  public static <P extends Provider> ProviderRegistry<P> load(
      ProviderKind<P> kind, ClassLoader loader) {
    return new ProviderRegistry<>(
        kind,
        ProviderLoader.load(kind.type(), loader).stream().map(ProviderRegistry::checked).toList());
  }

  /** A registry of given providers; two of one name are kept as unavailable. */
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
   * @throws ProviderException if there is none, there are two, or it does not work here
   */
  public P require(String name) {
    Registered<P> entry = find(name).orElseThrow(() -> unknown(name));
    if (entry.availability() instanceof Availability.Unavailable why) {
      throw refusal(entry, why);
    }
    return entry.provider().orElseThrow();
  }

  /** The error that asking for an entry by its name ends in, where it is broken. */
  public Optional<ProviderException> objection(Registered<P> entry) {
    return entry.broken().map(why -> refusal(entry, why));
  }

  private ProviderException refusal(Registered<P> entry, Availability.Unavailable why) {
    if (ambiguous.containsKey(entry.name())) {
      return duplicate(entry.name());
    }
    return new ProviderException(
        "LIEGG-PROVIDER-UNAVAILABLE",
        "%s '%s' (%s)".formatted(kind.noun(), entry.name(), entry.jar()),
        why.reason(),
        why.remedy(),
        why.cause().orElse(null));
  }

  private ProviderException duplicate(String name) {
    return new ProviderException(
        "LIEGG-PROVIDER-DUPLICATE",
        "%s '%s'".formatted(kind.noun(), name),
        String.valueOf(ambiguous.get(name)),
        TAKE_ONE_OFF);
  }

  /** Whether there is a provider that is acceptable, be it available or not. */
  public boolean isTaken(Predicate<? super P> acceptable) {
    return working.stream().anyMatch(entry -> takes(entry, acceptable).isEmpty());
  }

  /**
   * The available provider of highest priority among those that are acceptable; asked for
   * availability in that order, and only until one is found.
   *
   * @param purpose what it is for, as the log and the error say it
   * @throws ProviderException if no acceptable provider is available, or the one to be taken shares
   *     its name with another
   */
  public P choose(String purpose, Predicate<? super P> acceptable) {
    List<Registered<P>> candidates =
        working.stream()
            .filter(entry -> takes(entry, purpose, acceptable))
            .sorted(Comparator.comparingInt((Registered<P> e) -> priority(e)).reversed())
            .toList();
    Map<Registered<P>, Availability.Unavailable> skipped = new LinkedHashMap<>();
    for (Registered<P> entry : candidates) {
      if (ambiguous.containsKey(entry.name())) {
        throw duplicate(entry.name());
      }
      if (entry.availability() instanceof Availability.Unavailable why) {
        skipped.put(entry, why);
        continue;
      }
      // Where none is taken the error says all of this.
      skipped.forEach((other, why) -> passOver(other, purpose, why.reason() + "; " + why.remedy()));
      LOG.log(
          System.Logger.Level.DEBUG,
          () ->
              "%s for %s: %s, the first that works of those that take it: %s"
                  .formatted(kind.noun(), purpose, entry.describe(), byPriority(candidates)));
      return entry.provider().orElseThrow();
    }
    throw none(purpose, skipped);
  }

  private ProviderException none(
      String purpose, Map<Registered<P>, Availability.Unavailable> skipped) {
    String subject = "%s for %s".formatted(kind.noun(), purpose);
    if (skipped.isEmpty()) {
      return new ProviderException(
          "LIEGG-PROVIDER-NONE",
          subject,
          "none of those found takes it: " + listing(),
          "check what it is for, or put a jar that brings one on the class path, e.g. "
              + kind.artifact());
    }
    return new ProviderException(
        "LIEGG-PROVIDER-NONE",
        subject,
        skipped.entrySet().stream()
            .map(one -> "%s takes it: %s".formatted(one.getKey().name(), one.getValue().reason()))
            .collect(joining(", and ")),
        skipped.values().stream()
            .map(Availability.Unavailable::remedy)
            .distinct()
            .collect(joining(", or ", "", PLACE)));
  }

  private boolean takes(Registered<P> entry, String purpose, Predicate<? super P> acceptable) {
    Optional<String> objection = takes(entry, acceptable);
    objection
        .filter(why -> !why.isEmpty())
        .ifPresent(
            why -> passOver(entry, purpose, "it failed when asked whether it takes it: " + why));
    return objection.isEmpty();
  }

  /** What an entry threw when asked, the empty text where it said no; nothing where it said yes. */
  private Optional<String> takes(Registered<P> entry, Predicate<? super P> acceptable) {
    try {
      return acceptable.test(entry.provider().orElseThrow()) ? Optional.empty() : Optional.of("");
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return Optional.of(e.toString());
    }
  }

  private void passOver(Registered<P> entry, String purpose, String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        () ->
            "%s '%s' (%s) passed over for %s: %s"
                .formatted(kind.noun(), entry.name(), entry.jar(), purpose, why));
  }

  private String byPriority(List<Registered<P>> candidates) {
    return candidates.stream()
        .map(entry -> "%s (priority %d)".formatted(entry.name(), priority(entry)))
        .collect(joining(", "));
  }

  private static <P extends Provider> int priority(Registered<P> entry) {
    return entry.provider().orElseThrow().priority();
  }

  private Optional<Registered<P>> find(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .min(Comparator.comparing(entry -> entry.broken().isPresent()));
  }

  private ProviderException unknown(String name) {
    String hint =
        Suggestions.nearest(
                name,
                entries.stream()
                    .filter(entry -> entry.broken().isEmpty())
                    .map(Registered::name)
                    .toList())
            .map("did you mean '%s'? "::formatted)
            .orElse("");
    return new ProviderException(
        "LIEGG-PROVIDER-UNKNOWN",
        "%s '%s'".formatted(kind.noun(), name),
        "no such %s; found: %s".formatted(kind.noun(), listing()),
        "%s%sput the jar that brings it on the class path (%s)"
            .formatted(
                hint,
                entries.isEmpty() ? "" : "choose one of these, or ",
                kind.coordinateOf(name)));
  }

  private String listing() {
    return entries.isEmpty()
        ? "nothing"
        : entries.stream().map(Registered::describe).collect(joining(", "));
  }

  private static <P extends Provider> Registered<P> checked(Registered<P> entry) {
    if (entry.broken().isPresent()) {
      return entry;
    }
    boolean group = entry.provider().filter(FiniteGroupProvider.class::isInstance).isPresent();
    if (!(group ? GROUP_NAME : NAME).matcher(entry.name()).matches()) {
      return entry.asBroken(
          "its name is not made of %sletters, digits and '-', starting with a letter"
              .formatted(group ? "" : "lower-case "),
          Optional.empty());
    }
    try {
      P provider = entry.provider().orElseThrow();
      int version = provider.apiVersion();
      if (version != Provider.API_VERSION) {
        return entry.asBroken(
            "it was built for version %d of the provider interfaces, this is version %d"
                .formatted(version, Provider.API_VERSION),
            Optional.empty());
      }
      // Asked here once, so that a provider that cannot answer is known before it is compared.
      int unused = provider.priority();
      return entry;
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return entry.asBroken("it failed when asked what it is: " + e, Optional.of(e));
    }
  }
}
