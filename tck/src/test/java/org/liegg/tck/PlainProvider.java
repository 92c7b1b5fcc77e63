package org.liegg.tck;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

/** Opens plain decompositions, or broken ones. */
class PlainProvider implements DecompositionProvider {
  private final IntFunction<PlainDecomposition> opener;

  PlainProvider(IntFunction<PlainDecomposition> opener) {
    this.opener = opener;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, true, false, Accuracy.BACKWARD_STABLE);
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return opener.apply(columns);
  }

  @Override
  public Decomposition restore(byte[] state) {
    PlainState.check(state);
    int columns = (int) ByteBuffer.wrap(state).getDouble();
    return opener.apply(columns).restore(state);
  }
}
