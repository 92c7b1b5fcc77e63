package org.liegg.api.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Walks a {@link ServiceLoader} so that one broken provider never hides the others. */
final class ProviderLoader {
  private static final String REMEDY =
      "take its jar off the class path, or put what it misses on it";

  private ProviderLoader() {}

  static <P extends Provider> List<Registered<P>> load(Class<P> type, ClassLoader loader) {
    List<Registered<P>> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<P>> providers =
        ServiceLoader.load(type, loader).stream().iterator();
    while (true) {
      Optional<ServiceLoader.Provider<P>> next;
      try {
        next = providers.hasNext() ? Optional.of(providers.next()) : Optional.empty();
      } catch (ServiceConfigurationError | LinkageError e) {
        // The iterator has moved past the bad entry: what is left still loads.
        found.add(broken(unknownName(e), Optional.empty(), e));
        continue;
      }
      if (next.isEmpty()) {
        return found;
      }
      found.add(instantiate(next.get()));
    }
  }

  /** Registers one instance; a provider that cannot say its name is broken. */
  static <P extends Provider> Registered<P> register(P provider) {
    try {
      return Registered.working(provider);
    } catch (RuntimeException | LinkageError e) {
      return broken(provider.getClass().getName(), Optional.of(provider.getClass()), e);
    }
  }

  private static <P extends Provider> Registered<P> instantiate(
      ServiceLoader.Provider<P> provider) {
    try {
      return register(provider.get());
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      return broken(provider.type().getName(), Optional.of(provider.type()), e);
    }
  }

  private static <P extends Provider> Registered<P> broken(
      String name, Optional<Class<?>> type, Throwable cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    return Registered.broken(
        name,
        type,
        new Availability.Unavailable("it cannot be loaded: " + root, Optional.of(cause), REMEDY));
  }

  private static String unknownName(Throwable e) {
    String message = String.valueOf(e.getMessage());
    // "<interface>: Provider <class> not found" is all that the class loader tells.
    int at = message.indexOf("Provider ");
    return at < 0 ? message : message.substring(at + "Provider ".length()).split("[ ,]", 2)[0];
  }
}
