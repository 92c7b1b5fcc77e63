package org.liegg.api.spi;

import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;

/** Makes decompositions of one kind. */
public interface DecompositionProvider extends Provider {

  /** What decompositions of this kind can do. */
  Capabilities capabilities();

  /**
   * Starts a decomposition.
   *
   * @param columns number of candidate fields m, ≥ 0
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if it would need
   *     more memory than the options allow
   */
  Decomposition open(int columns, DecompositionOptions options);

  /** Starts a decomposition with {@link DecompositionOptions#defaults()}. */
  default Decomposition open(int columns) {
    return open(columns, DecompositionOptions.defaults());
  }

  /**
   * The provider that does the work for such a problem: this one, or the one that an automatic
   * choice falls on.
   */
  default DecompositionProvider resolve(int columns, DecompositionOptions options) {
    return this;
  }

  /**
   * Continues a decomposition from its {@link Decomposition#state()}, with the baseline of the
   * defect that it was opened with.
   *
   * @throws org.liegg.api.NumericalException {@code LIEGG-STATE-CORRUPT} if the bytes are
   *     truncated, altered, of another kind, or no state of anything
   */
  Decomposition restore(byte[] state);

  /**
   * How rows stay in parts where they were accepted; empty where no rows are kept, so that states
   * are small anyway, or where all of them are needed in one place.
   */
  default Optional<DistributedRows> distributedRows() {
    return Optional.empty();
  }

  /**
   * What decompositions of a kind can do.
   *
   * @param streaming memory does not grow with the number of rows
   * @param fullSpectrum all m singular values, not the smallest few only
   * @param matrixFree never holds an {@code m × m} matrix
   * @param accuracy what the values are worth
   */
  record Capabilities(
      boolean streaming, boolean fullSpectrum, boolean matrixFree, Accuracy accuracy) {}
}
