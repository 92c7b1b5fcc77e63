package org.liegg.api.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Walks a {@link ServiceLoader} so that one broken provider never hides the others. */
final class ProviderLoader {
  private static final String REMEDY = "take its jar away, or put what it misses beside it";
  private static final String NEWER_JAVA =
      "run with the Java it was built for, or get its jar for this one";

  private ProviderLoader() {}

  static <P extends Provider> List<Registered<P>> load(Class<P> type, ClassLoader loader) {
    List<Registered<P>> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<P>> providers =
        ServiceLoader.load(type, loader).stream().iterator();
    DeclaredProviders declared = DeclaredProviders.read(type, loader);
    String lastFailure = "";
    while (true) {
      Optional<ServiceLoader.Provider<P>> next;
      try {
        next = providers.hasNext() ? Optional.of(providers.next()) : Optional.empty();
      } catch (RuntimeException | Error e) {
        Faults.rethrowFatal(e);
        // The iterator has moved past the bad entry: what is left still loads. Only where the class
        // path itself cannot be listed it stays and fails in the same words for ever.
        if (e.toString().equals(lastFailure) && e instanceof ServiceConfigurationError) {
          return found;
        }
        lastFailure = e.toString();
        found.add(unloadable(declared.culprit(e), e));
        continue;
      }
      if (next.isEmpty()) {
        return found;
      }
      Registered<P> entry = instantiate(next.get());
      found.add(entry);
      declared.othersThatDeclare(next.get().type()).forEach(other -> found.add(entry.from(other)));
    }
  }

  /** Registers one instance; a provider that cannot say its name is broken. */
  static <P extends Provider> Registered<P> register(P provider) {
    try {
      return Registered.working(provider);
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return broken(provider.getClass(), e);
    }
  }

  private static <P extends Provider> Registered<P> instantiate(
      ServiceLoader.Provider<P> provider) {
    try {
      return register(provider.get());
    } catch (Exception | Error e) {
      Faults.rethrowFatal(e);
      return broken(provider.type(), e);
    }
  }

  private static <P extends Provider> Registered<P> broken(Class<?> type, Throwable cause) {
    return Registered.broken(
        type.getName(), Registered.versionOf(type), Origin.of(type), why(cause));
  }

  private static <P extends Provider> Registered<P> unloadable(
      Optional<DeclaredProviders.Declared> culprit, Throwable cause) {
    return Registered.broken(
        culprit.map(DeclaredProviders.Declared::className).orElse("a service file"),
        "of unknown version",
        culprit.map(DeclaredProviders.Declared::origin).orElseGet(Origin::unknown),
        why(cause));
  }

  private static Availability.Unavailable why(Throwable cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    if (root instanceof ExceptionInInitializerError && root.getCause() != null) {
      root = root.getCause();
    }
    String said =
        root instanceof ServiceConfigurationError
            ? String.valueOf(root.getMessage())
            : root.toString();
    return new Availability.Unavailable(
        "it cannot be loaded: " + said,
        Optional.of(cause),
        root instanceof UnsupportedClassVersionError ? NEWER_JAVA : REMEDY);
  }
}
