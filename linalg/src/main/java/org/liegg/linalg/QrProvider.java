package org.liegg.linalg;

import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.streaming.QrDecomposition;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * {@code qr}: streams the triangular factor of E and takes the SVD of that. Accurate as an SVD of E
 * itself, in memory that does not grow with the rows; two to four times the time of {@code gram}.
 * Kernels as for {@link GramProvider}: small problems in pure Java, large ones on OpenBLAS.
 */
public final class QrProvider extends BlasProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, true, false, Accuracy.BACKWARD_STABLE);

  private final MemoryBudget budget;

  /** With the native library and within the heap of this process. */
  public QrProvider() {
    this(NativeBlas.ofProcess(), MemoryBudget.ofProcess());
  }

  QrProvider(NativeBlas natives, MemoryBudget budget) {
    super(QrDecomposition.KIND, CAPABILITIES, natives);
    this.budget = budget;
  }

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if matrices of this
   *     width do not fit
   */
  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new QrDecomposition(columns, natives(), budget.within(options), options);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StreamingDecomposition.restore(
        state,
        QrDecomposition.KIND,
        columns ->
            new QrDecomposition(columns, natives(), budget, DecompositionOptions.defaults()));
  }
}
