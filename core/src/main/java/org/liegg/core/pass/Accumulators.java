package org.liegg.core.pass;

import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

/**
 * Makes the accumulators of a pass, one a worker.
 *
 * @param provider the decomposition, resolved
 * @param options how it is computed
 */
public record Accumulators(DecompositionProvider provider, DecompositionOptions options) {

  /** An empty accumulator of so many columns. */
  Decomposition open(int columns) {
    return provider.open(columns, options);
  }
}
