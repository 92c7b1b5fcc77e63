package org.liegg.linalg;

import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DistributedRows;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.lobpcg.LobpcgDecomposition;
import org.liegg.linalg.lobpcg.LobpcgRows;
import org.liegg.linalg.lobpcg.LobpcgSettings;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * {@code lobpcg}: matrix-free, for so many candidate fields that an {@code m × m} matrix does not
 * fit. Keeps Jacobians and features and finds the smallest few singular values and defects (16
 * unless the options say otherwise) by iterating on {@code x ↦ Eᵀ(E x)}, hence with the accuracy of
 * EᵀE. Where there are few fields it returns the whole spectrum, by {@code gram}.
 *
 * <p>What is returned has converged: {@code ‖EᵀE v − σ² v‖ ≤ residual · ‖EᵀE‖} for every v, with a
 * lower estimate of the norm, and the same for the defects in coordinates in which their metric is
 * the identity (of complete bases) or has a diagonal of ones (of others). Otherwise it is a {@code
 * LIEGG-NOT-CONVERGED}.
 */
public final class LobpcgProvider extends BlasProvider {
  private static final Capabilities CAPABILITIES =
      new Capabilities(false, false, true, Accuracy.GRAM);

  /** Below the others: a part of the spectrum, slowly, for what they cannot do. */
  private static final int PRIORITY = -10;

  /** With the native library of this process. */
  public LobpcgProvider() {
    this(NativeBlas.ofProcess());
  }

  LobpcgProvider(NativeBlas natives) {
    super(LobpcgDecomposition.KIND, CAPABILITIES, natives);
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if not even a small
   *     search space of this width fits into the memory allowed
   */
  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new LobpcgDecomposition(columns, natives(), LobpcgSettings.of(options))
        .judgedBy(options.defect());
  }

  /** Gradients and features stay in parts; every step of the iteration is a pass over them. */
  @Override
  public Optional<DistributedRows> distributedRows() {
    return Optional.of(new LobpcgRows(natives()));
  }

  /** Continues with the options that the state was made with, in the memory of this process. */
  @Override
  public Decomposition restore(byte[] state) {
    return StateReader.read(
        state,
        LobpcgDecomposition.KIND,
        in -> LobpcgDecomposition.read(in, natives(), MemoryBudget.ofProcess()));
  }
}
