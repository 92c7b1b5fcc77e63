package org.liegg.linalg;

import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.streaming.GramDecomposition;
import org.liegg.linalg.sums.GramPath;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * {@code gram}: streams EᵀE in blocks and solves the symmetric eigenproblem. Polarizations are
 * taken by their rows (dsyrk), or by their Kronecker factors (dgemm on the halves of JᵀJ and φφᵀ,
 * no rows) where that costs less. The first 10⁹ operations are done in pure Java, which for small
 * problems is faster than loading a library, the rest on OpenBLAS (dsyrk, dgemm, dsyevd) where it
 * loads and passes its self-test; all of them, where the number of fields or of expected rows says
 * that there will be more. {@code -Dorg.liegg.native=false} keeps all in Java. {@link
 * DecompositionOptions#threads} counts while a decomposition finishes; rows are taken in on one.
 */
public final class GramProvider extends BlasProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, true, false, Accuracy.GRAM);

  /** Above the others: it streams, and is the fastest. */
  private static final int PRIORITY = 10;

  private final GramPath path;

  /** With the native library of this process. */
  public GramProvider() {
    this(NativeBlas.ofProcess());
  }

  GramProvider(NativeBlas natives) {
    this(natives, GramPath.CHEAPEST);
  }

  GramProvider(NativeBlas natives, GramPath path) {
    super(GramDecomposition.KIND, CAPABILITIES, natives);
    this.path = path;
  }

  /**
   * One that forms every row, also where Kronecker factors would cost less: what they are measured
   * and checked against.
   */
  public static GramProvider byRows() {
    return new GramProvider(NativeBlas.ofProcess(), GramPath.ROWS);
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if matrices of this
   *     width do not fit into the heap
   */
  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new GramDecomposition(
        columns, natives(), MemoryBudget.ofProcess().within(options), options, path);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StreamingDecomposition.restore(
        state,
        GramDecomposition.KIND,
        columns ->
            new GramDecomposition(
                columns,
                natives(),
                MemoryBudget.ofProcess(),
                DecompositionOptions.defaults(),
                path));
  }
}
