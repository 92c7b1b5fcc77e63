package org.liegg.api.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A provider as it was found, working or not.
 *
 * @param name its name; the class's name where it could not be made
 * @param provider the provider, empty where it is broken
 * @param version implementation version of its jar, {@code dev} outside one
 * @param origin where it came from
 * @param broken why it cannot be used at all, empty where it can be asked
 * @param <P> the provider interface
 */
public record Registered<P extends Provider>(
    String name,
    Optional<P> provider,
    String version,
    Origin origin,
    Optional<Availability.Unavailable> broken) {

  static <P extends Provider> Registered<P> working(P provider) {
    String name = Objects.requireNonNull(provider.name(), "it has no name");
    Class<?> type = provider.getClass();
    return new Registered<>(
        name, Optional.of(provider), versionOf(type), Origin.of(type), Optional.empty());
  }

  static <P extends Provider> Registered<P> broken(
      String name, String version, Origin origin, Availability.Unavailable why) {
    return new Registered<>(name, Optional.empty(), version, origin, Optional.of(why));
  }

  /** The jar or directory it came from: the file's name, of a plug-in the whole path. */
  public String jar() {
    return origin.shown();
  }

  /** Asks the provider whether it works here; anything it throws makes it unavailable. */
  public Availability availability() {
    if (broken.isPresent()) {
      return broken.get();
    }
    try {
      return Objects.requireNonNull(
          provider.orElseThrow().availability(), "it gave no availability");
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return new Availability.Unavailable(
          "it failed when asked: " + e, Optional.of(e), "report this to whoever made " + jar());
    }
  }

  /** How a group type is written; empty for other kinds, and where it fails when asked. */
  public Optional<String> usage() {
    try {
      return provider
          .filter(GroupActionProvider.class::isInstance)
          .map(type -> ((GroupActionProvider) type).usage());
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return Optional.empty();
    }
  }

  /** The same, kept for listings only. */
  Registered<P> asBroken(String reason, Optional<Throwable> cause) {
    return asBroken(reason, cause, "get a version of " + jar() + " that fits");
  }

  /** The same, kept for listings only. */
  Registered<P> asBroken(String reason, Optional<Throwable> cause, String remedy) {
    return broken(name, version, origin, new Availability.Unavailable(reason, cause, remedy));
  }

  /** The same from another place, which declares the same class. */
  Registered<P> from(Origin other) {
    return new Registered<>(name, provider, version, other, broken);
  }

  /** Name, version, jar and what is broken about it, as messages show them. */
  String describe() {
    return "%s %s (%s%s)"
        .formatted(name, version, jar(), broken.map(why -> ", broken: " + why.reason()).orElse(""));
  }

  static String versionOf(Class<?> type) {
    Package of = type.getPackage();
    String version = of == null ? null : of.getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
