package org.liegg.blas;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The native library of a process, loaded when something of it is first asked for. What it offers
 * comes in two parts, each of which is tested before it is handed out: {@link #kernel()} and {@link
 * #products()}. Where the library cannot be had, or a part fails its self-test, there is no such
 * part, and the log says why. Safe for use by many threads.
 */
public final class NativeBlas {

  /** System property: set to {@code false}, nothing native is loaded. */
  public static final String SWITCH = "org.liegg.native";

  private static final System.Logger LOG = System.getLogger(NativeBlas.class.getName());

  private final boolean wanted;
  private final WorthLoading worth;
  private final Supplier<NativeLibrary> loader;
  private @Nullable Outcome<NativeLibrary> library;
  private @Nullable Outcome<DenseKernel> kernel;
  private @Nullable Outcome<StridedProducts> products;

  /**
   * A library that is loaded once, by a loader of the caller's.
   *
   * @param wanted whether to load anything at all
   * @param worth how much work Java does first
   * @param loader loads the library; may throw what loading a library throws
   */
  public NativeBlas(boolean wanted, WorthLoading worth, Supplier<NativeLibrary> loader) {
    this.wanted = wanted;
    this.worth = worth;
    this.loader = loader;
  }

  /** The one of this process, as its system properties say: a library is loaded once. */
  public static NativeBlas ofProcess() {
    return OfProcess.INSTANCE;
  }

  /** No native library: Java computes everything. */
  public static NativeBlas off() {
    return new NativeBlas(false, WorthLoading.from(0), () -> new OpenBlas());
  }

  /**
   * OpenBLAS from so many operations on, whatever the system properties say.
   *
   * @param operations that a decomposition or a session asks of Java first; 0 for none
   */
  public static NativeBlas after(double operations) {
    return new NativeBlas(true, WorthLoading.from(operations), () -> new OpenBlas());
  }

  /** How much work Java does before the library is asked for. */
  public WorthLoading worth() {
    return worth;
  }

  /**
   * The operations that decompositions are built on; empty if there are none that work. The first
   * call loads the library where that has not happened, and tests them.
   */
  public synchronized Optional<DenseKernel> kernel() {
    Outcome<DenseKernel> known = kernel;
    if (known == null) {
      known = part(NativeLibrary::kernel, KernelCheck::failure);
      kernel = known;
    }
    return known.result();
  }

  /**
   * The products that differentiating a chain of layers is built on; empty if there are none that
   * work. The first call loads the library where that has not happened, and tests them.
   */
  public synchronized Optional<StridedProducts> products() {
    Outcome<StridedProducts> known = products;
    if (known == null) {
      known = part(NativeLibrary::products, ProductsCheck::failure);
      products = known;
    }
    return known.result();
  }

  /** What does the heavy work of decompositions, as far as that is known without loading. */
  public synchronized String description() {
    String java = new JavaKernel().description();
    if (!wanted) {
      return java + ", as -D" + SWITCH + "=false asks";
    }
    Outcome<DenseKernel> known = kernel;
    if (known == null) {
      return "%s for small problems, OpenBLAS (not loaded yet) from %s operations on"
          .formatted(java, threshold());
    }
    return known
        .result()
        .map(
            found ->
                "%s for small problems, %s (self-test passed) from %s operations on"
                    .formatted(java, found.description(), threshold()))
        .orElse(java + ", because " + known.reason());
  }

  private String threshold() {
    return String.format(Locale.ROOT, "%.0e", worth.decomposition());
  }

  private <T> Outcome<T> part(
      Function<NativeLibrary, T> operations, Function<T, Optional<String>> selfTest) {
    Outcome<NativeLibrary> loaded = library();
    return loaded
        .result()
        .map(found -> tested(found, operations, selfTest))
        .orElseGet(() -> Outcome.none(loaded.reason()));
  }

  private Outcome<NativeLibrary> library() {
    Outcome<NativeLibrary> known = library;
    if (known == null) {
      known = wanted ? load() : Outcome.none("-D" + SWITCH + "=false");
      library = known;
    }
    return known;
  }

  private Outcome<NativeLibrary> load() {
    try {
      return Outcome.of(loader.get());
    } catch (RuntimeException | LinkageError e) {
      return failed("OpenBLAS does not load: " + e);
    }
  }

  private static <T> Outcome<T> tested(
      NativeLibrary library,
      Function<NativeLibrary, T> operations,
      Function<T, Optional<String>> selfTest) {
    String failure;
    try {
      T found = operations.apply(library);
      Optional<String> wrong = selfTest.apply(found);
      if (wrong.isEmpty()) {
        return Outcome.of(found);
      }
      failure = wrong.get();
    } catch (RuntimeException | LinkageError e) {
      failure = e.toString();
    }
    return failed("%s failed its self-test: %s".formatted(library.description(), failure));
  }

  private static <T> Outcome<T> failed(String reason) {
    LOG.log(System.Logger.Level.WARNING, "{0}; pure Java does its work, more slowly", reason);
    return Outcome.none(reason);
  }

  /** What there is, or why there is nothing. */
  private record Outcome<T>(Optional<T> result, String reason) {

    static <T> Outcome<T> of(T result) {
      return new Outcome<>(Optional.of(result), "");
    }

    static <T> Outcome<T> none(String reason) {
      return new Outcome<>(Optional.empty(), reason);
    }
  }

  private static final class OfProcess {
    // A reference to the constructor would load the class, and JavaCPP with it, at once.
    static final NativeBlas INSTANCE =
        new NativeBlas(
            !"false".equalsIgnoreCase(System.getProperty(SWITCH)),
            WorthLoading.DEFAULT,
            () -> new OpenBlas());
  }
}
