package org.liegg.linalg;

import org.ejml.EjmlVersion;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.streaming.EjmlSvdDecomposition;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * {@code ejml-svd}: keeps the rows of E, then QR and a dense SVD in pure Java by EJML. The accurate
 * one, for as many rows as fit into memory; it refuses, with numbers, before they do not.
 */
public final class EjmlSvdProvider implements DecompositionProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(false, true, false, Accuracy.BACKWARD_STABLE);

  private final NativeBlas natives;
  private final MemoryBudget budget;

  /** Within the heap of this process. */
  public EjmlSvdProvider() {
    this(NativeBlas.ofProcess(), MemoryBudget.ofProcess());
  }

  EjmlSvdProvider(NativeBlas natives, MemoryBudget budget) {
    this.natives = natives;
    this.budget = budget;
  }

  @Override
  public String name() {
    return EjmlSvdDecomposition.KIND;
  }

  /** Always available; loads nothing. */
  @Override
  public Availability availability() {
    return new Availability.Available(
        EjmlVersion.VERSION, "QR and SVD in pure Java; keeps all rows in memory");
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new EjmlSvdDecomposition(columns, natives, budget.within(options), options);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StreamingDecomposition.restore(
        state,
        EjmlSvdDecomposition.KIND,
        columns ->
            new EjmlSvdDecomposition(columns, natives, budget, DecompositionOptions.defaults()));
  }
}
