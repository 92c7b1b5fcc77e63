package org.liegg.linalg;

import org.ejml.EjmlVersion;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

/**
 * {@code gram}: streams EᵀE in blocks and solves the symmetric eigenproblem. The first 10⁹
 * operations are done in pure Java, which for small problems is faster than loading a library, the
 * rest on OpenBLAS (dsyrk, dsyevd) where it loads and passes its self-test. {@code
 * -Dorg.liegg.native=false} keeps all in Java.
 */
public final class GramProvider implements DecompositionProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, true, false, Accuracy.GRAM);

  /** Above the others: it streams, and is the fastest. */
  private static final int PRIORITY = 10;

  private final NativeBlas natives;

  /** With the native library of this process. */
  public GramProvider() {
    this(NativeBlas.ofProcess());
  }

  GramProvider(NativeBlas natives) {
    this.natives = natives;
  }

  @Override
  public String name() {
    return GramDecomposition.KIND;
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  /** Always available; the detail says what does the work. Loads nothing. */
  @Override
  public Availability availability() {
    return new Availability.Available(EjmlVersion.VERSION, natives.description());
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if matrices of this
   *     width do not fit into the heap
   */
  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new GramDecomposition(
        columns, natives, MemoryBudget.ofProcess().within(options), options);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StateReader.read(
        state,
        GramDecomposition.KIND,
        in ->
            new GramDecomposition(in.readSize(), natives, MemoryBudget.ofProcess())
                .continueFrom(in));
  }
}
