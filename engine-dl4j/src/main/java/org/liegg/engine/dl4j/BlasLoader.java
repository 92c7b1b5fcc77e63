package org.liegg.engine.dl4j;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A native library, loaded and tested when it is first asked for; where it cannot be had, or fails
 * its self-test, there is none, and the log says why. Safe for use by many threads.
 */
final class BlasLoader {

  /** Set to {@code false}, nothing native is loaded. */
  static final String SWITCH = "org.liegg.native";

  private static final System.Logger LOG = System.getLogger(BlasLoader.class.getName());

  /**
   * Floating-point operations of one session from which on loading is worth its time: it costs 0.3
   * to 0.5 s, in which pure Java does about so many.
   */
  private static final double PAYS_FROM = 1e10;

  private final boolean wanted;
  private final double paysFrom;
  private final Supplier<Blas> loader;
  private Optional<Blas> loaded = Optional.empty();
  private boolean asked;

  /**
   * @param wanted whether to load anything at all
   * @param paysFrom operations that a session asks of pure Java first
   * @param loader loads the library; may throw what loading throws
   */
  BlasLoader(boolean wanted, double paysFrom, Supplier<Blas> loader) {
    this.wanted = wanted;
    this.paysFrom = paysFrom;
    this.loader = loader;
  }

  /** The one of this process, as its system properties say: a library is loaded once. */
  static BlasLoader ofProcess() {
    return OfProcess.INSTANCE;
  }

  /** Operations of one session from which on {@link #blas()} should do the work. */
  double paysFrom() {
    return paysFrom;
  }

  /** The library, empty if there is none that works. The first call loads and tests it. */
  synchronized Optional<Blas> blas() {
    if (!asked) {
      asked = true;
      loaded = wanted ? load() : Optional.empty();
    }
    return loaded;
  }

  private Optional<Blas> load() {
    String reason;
    try {
      Blas blas = loader.get();
      Optional<String> failure = BlasSelfTest.failure(blas);
      if (failure.isEmpty()) {
        LOG.log(System.Logger.Level.DEBUG, "{0} computes large gradients", blas.description());
        return Optional.of(blas);
      }
      reason = "%s failed its self-test: %s".formatted(blas.description(), failure.get());
    } catch (RuntimeException | LinkageError e) {
      reason = "OpenBLAS does not load: " + e;
    }
    LOG.log(System.Logger.Level.WARNING, "{0}; pure Java computes gradients, more slowly", reason);
    return Optional.empty();
  }

  private static final class OfProcess {
    // A reference to the constructor would load the class, and JavaCPP with it, at once.
    static final BlasLoader INSTANCE =
        new BlasLoader(
            !"false".equalsIgnoreCase(System.getProperty(SWITCH)), PAYS_FROM, () -> new OpenBlas());
  }
}
