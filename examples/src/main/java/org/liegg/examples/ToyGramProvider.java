package org.liegg.examples;

import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.linalg.spi.StreamingDecomposition;

/** {@code toy-gram}: the smallest decomposition that keeps every promise. */
public final class ToyGramProvider implements DecompositionProvider {
  static final String NAME = "toy-gram";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "sums EᵀE in three loops");
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, false, Accuracy.GRAM);
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return new ToyGram(columns, options);
  }

  @Override
  public Decomposition restore(byte[] state) {
    return StreamingDecomposition.restore(
        state, NAME, columns -> new ToyGram(columns, DecompositionOptions.defaults()));
  }
}
