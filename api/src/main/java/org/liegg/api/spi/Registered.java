package org.liegg.api.spi;

import java.security.CodeSource;
import java.util.Optional;

/**
 * A provider as it was found, working or not.
 *
 * @param name its name; the class's name where it could not be made
 * @param provider the provider, empty where it is broken
 * @param version implementation version of its jar, {@code dev} outside one
 * @param jar file name of the jar or directory it came from
 * @param broken why it cannot be used at all, empty where it can be asked
 * @param <P> the provider interface
 */
public record Registered<P extends Provider>(
    String name,
    Optional<P> provider,
    String version,
    String jar,
    Optional<Availability.Unavailable> broken) {

  static <P extends Provider> Registered<P> working(P provider) {
    return of(provider.name(), provider.getClass(), Optional.of(provider), Optional.empty());
  }

  static <P extends Provider> Registered<P> broken(
      String name, Optional<Class<?>> type, Availability.Unavailable why) {
    return of(name, type.orElse(Provider.class), Optional.empty(), Optional.of(why));
  }

  private static <P extends Provider> Registered<P> of(
      String name, Class<?> type, Optional<P> provider, Optional<Availability.Unavailable> broken) {
    String version = type.getPackage().getImplementationVersion();
    return new Registered<>(name, provider, version == null ? "dev" : version, jar(type), broken);
  }

  /** Asks the provider whether it works here; anything it throws makes it unavailable. */
  public Availability availability() {
    if (broken.isPresent()) {
      return broken.get();
    }
    try {
      return provider.orElseThrow().availability();
    } catch (RuntimeException | LinkageError e) {
      return new Availability.Unavailable(
          "it failed when asked: " + e, Optional.of(e), "report this to whoever made " + jar);
    }
  }

  /** The same, kept for listings only. */
  Registered<P> asBroken(String reason) {
    return new Registered<>(
        name,
        Optional.empty(),
        version,
        jar,
        Optional.of(
            new Availability.Unavailable(
                reason, Optional.empty(), "get a version of " + jar + " that fits")));
  }

  /** Name, version and jar, as messages show them. */
  String describe() {
    return "%s %s (%s)".formatted(name, version, jar);
  }

  private static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "unknown origin";
    }
    String path = source.getLocation().getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
