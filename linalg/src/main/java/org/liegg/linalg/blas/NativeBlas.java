package org.liegg.linalg.blas;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The native kernel, loaded and tested when it is first asked for. Where it cannot be had, or fails
 * its self-test, there is none, and {@link #description()} says why. Safe for use by many threads.
 */
public final class NativeBlas {

  /** Set to {@code false}, nothing native is loaded. */
  static final String SWITCH = "org.liegg.native";

  private static final System.Logger LOG = System.getLogger(NativeBlas.class.getName());

  /**
   * Floating-point operations from which on loading is worth its time: loading and testing cost 0.3
   * to 0.5 s, in which pure Java does about so many.
   */
  private static final double PAYS_FROM = 1e9;

  private final Supplier<DenseKernel> loader;
  private final boolean wanted;
  private final double paysFrom;
  private @Nullable Outcome outcome;

  /**
   * @param wanted whether to load anything at all
   * @param paysFrom operations that a decomposition may ask of pure Java first
   * @param loader makes the kernel; may throw what loading a library throws
   */
  NativeBlas(boolean wanted, double paysFrom, Supplier<DenseKernel> loader) {
    this.wanted = wanted;
    this.paysFrom = paysFrom;
    this.loader = loader;
  }

  /** The one of this process, as its system properties say: a library is loaded once. */
  public static NativeBlas ofProcess() {
    return OfProcess.INSTANCE;
  }

  /** Operations of one decomposition from which on {@link #kernel()} should do the work. */
  double paysFrom() {
    return paysFrom;
  }

  /** The kernel, empty if there is none that works. The first call loads and tests it. */
  public synchronized Optional<DenseKernel> kernel() {
    Outcome known = outcome;
    if (known == null) {
      known = wanted ? load() : new Outcome(Optional.empty(), "-D" + SWITCH + "=false");
      outcome = known;
    }
    return known.kernel();
  }

  /** What does the heavy work, as far as that is known without loading anything. */
  public synchronized String description() {
    String java = new JavaKernel().description();
    if (!wanted) {
      return java + ", as -D" + SWITCH + "=false asks";
    }
    Outcome known = outcome;
    if (known == null) {
      return String.format(
          Locale.ROOT,
          "%s for small problems, OpenBLAS (not loaded yet) from %.0e operations on",
          java,
          paysFrom);
    }
    return known
        .kernel()
        .map(
            kernel ->
                String.format(
                    Locale.ROOT,
                    "%s for small problems, %s (self-test passed) from %.0e operations on",
                    java,
                    kernel.description(),
                    paysFrom))
        .orElse(java + ", because " + known.reason());
  }

  private Outcome load() {
    String reason;
    try {
      DenseKernel kernel = loader.get();
      Optional<String> failure = KernelCheck.failure(kernel);
      if (failure.isEmpty()) {
        return new Outcome(Optional.of(kernel), "");
      }
      reason = "%s failed its self-test: %s".formatted(kernel.description(), failure.get());
    } catch (RuntimeException | LinkageError e) {
      reason = "OpenBLAS does not load: " + e;
    }
    LOG.log(System.Logger.Level.WARNING, "{0}; pure Java does its work, more slowly", reason);
    return new Outcome(Optional.empty(), reason);
  }

  private record Outcome(Optional<DenseKernel> kernel, String reason) {}

  private static final class OfProcess {
    static final NativeBlas INSTANCE =
        new NativeBlas(
            !"false".equalsIgnoreCase(System.getProperty(SWITCH)), PAYS_FROM, OpenBlasKernel::new);
  }
}
