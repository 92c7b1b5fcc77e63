package org.liegg.linalg;

import org.ejml.EjmlVersion;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.streaming.SvdDecomposition;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * {@code svd}: keeps the rows of E, then QR and SVD on LAPACK where OpenBLAS loads and passes its
 * self-test and the problem is large enough to wait for it, by EJML otherwise; the report says
 * which it was. {@code ejml-svd} is the one that is in pure Java always. Refuses, with numbers,
 * before the rows do not fit.
 */
public final class SvdProvider implements DecompositionProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(false, true, false, Accuracy.BACKWARD_STABLE);

  private final NativeBlas natives;
  private final MemoryBudget budget;

  /** With the native library and within the heap of this process. */
  public SvdProvider() {
    this(NativeBlas.ofProcess(), MemoryBudget.ofProcess());
  }

  SvdProvider(NativeBlas natives, MemoryBudget budget) {
    this.natives = natives;
    this.budget = budget;
  }

  @Override
  public String name() {
    return SvdDecomposition.KIND;
  }

  /** Always available; the detail says what does the work. Loads nothing. */
  @Override
  public Availability availability() {
    return new Availability.Available(
        EjmlVersion.VERSION, natives.description() + "; keeps all rows in memory");
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if matrices of this
   *     width do not fit
   */
  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new SvdDecomposition(columns, natives, budget.within(options), options);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StreamingDecomposition.restore(
        state,
        SvdDecomposition.KIND,
        columns -> new SvdDecomposition(columns, natives, budget, DecompositionOptions.defaults()));
  }
}
