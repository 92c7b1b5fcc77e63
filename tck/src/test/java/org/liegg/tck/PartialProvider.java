package org.liegg.tck;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;

/**
 * Gives a part of the spectrum only, and says so; of {@code smallest} singular values at a time.
 */
final class PartialProvider extends PlainProvider {
  private final Part part;

  /** Which of the singular values and vectors are returned. */
  interface Part {
    PlainSvd of(PlainSvd all, int wanted);
  }

  PartialProvider(Part part) {
    super(PlainDecomposition::new);
    this.part = part;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, false, false, Accuracy.BACKWARD_STABLE);
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return partial(columns, options.smallest().orElse(columns));
  }

  /** Of a state that says nothing of it, as many as the contract asks for. */
  @Override
  public Decomposition restore(byte[] state) {
    PlainState.check(state);
    int columns = (int) ByteBuffer.wrap(state).getDouble();
    return partial(columns, DecompositionSubject.SMALLEST).restore(state);
  }

  private PlainDecomposition partial(int columns, int smallest) {
    int wanted = Math.min(columns, smallest);
    return new PlainDecomposition(columns) {
      @Override
      PlainSvd svd(Rows e) {
        return part.of(super.svd(e), wanted);
      }
    };
  }

  static PlainSvd smallest(PlainSvd all, int wanted) {
    int m = all.values().length;
    return new PlainSvd(
        Arrays.copyOfRange(all.values(), m - wanted, m),
        Arrays.copyOfRange(all.vectors(), (m - wanted) * m, m * m));
  }

  static PlainSvd largest(PlainSvd all, int wanted) {
    return new PlainSvd(
        Arrays.copyOf(all.values(), wanted),
        Arrays.copyOf(all.vectors(), wanted * all.values().length));
  }

  static PlainSvd tooFew(PlainSvd all, int wanted) {
    return smallest(all, Math.min(wanted, 2));
  }
}
