package org.liegg.api.spi;

import java.net.URL;
import java.security.CodeSource;
import java.util.Objects;
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
    String name = Objects.requireNonNull(provider.name(), "it has no name");
    Class<?> type = provider.getClass();
    return new Registered<>(
        name, Optional.of(provider), versionOf(type), jarOf(type), Optional.empty());
  }

  static <P extends Provider> Registered<P> broken(
      String name, String version, String jar, Availability.Unavailable why) {
    return new Registered<>(name, Optional.empty(), version, jar, Optional.of(why));
  }

  /** Asks the provider whether it works here; anything it throws makes it unavailable. */
  public Availability availability() {
    if (broken.isPresent()) {
      return broken.get();
    }
    try {
      return Objects.requireNonNull(
          provider.orElseThrow().availability(), "it gave no availability");
    } catch (RuntimeException | LinkageError e) {
      return new Availability.Unavailable(
          "it failed when asked: " + e, Optional.of(e), "report this to whoever made " + jar);
    }
  }

  /** The same, kept for listings only. */
  Registered<P> asBroken(String reason, Optional<Throwable> cause) {
    return broken(
        name,
        version,
        jar,
        new Availability.Unavailable(reason, cause, "get a version of " + jar + " that fits"));
  }

  /** Name, version, jar and what is broken about it, as messages show them. */
  String describe() {
    return "%s %s (%s%s)"
        .formatted(name, version, jar, broken.map(why -> ", broken: " + why.reason()).orElse(""));
  }

  /** The jar or directory in full, which tells two of the same file name apart. */
  String location() {
    return provider.map(working -> pathOf(working.getClass())).orElse(jar);
  }

  static String versionOf(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  static String jarOf(Class<?> type) {
    return fileName(pathOf(type));
  }

  /** The last name in a path or URL path, which may end like the URL of a jar's root. */
  static String fileName(String path) {
    String trimmed = path.replaceFirst("[!/]+$", "");
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private static String pathOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? "unknown origin" : location.getPath();
  }
}
