package org.liegg.linalg.sums;

import org.liegg.blas.Scale;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * The power of two that is kept apart from a streamed factor: 0 for numbers of ordinary size,
 * otherwise that of the largest so far.
 */
final class FactorScale {
  private final int safe;
  private int exponent;
  private boolean nonZero;

  /**
   * @param safe numbers between 2^-safe and 2^safe are of ordinary size
   */
  FactorScale(int safe) {
    this.safe = safe;
  }

  int exponent() {
    return exponent;
  }

  /** Takes in a largest magnitude; by how much the exponent of what there is has risen. */
  int raisedBy(double largest) {
    if (largest == 0) {
      return 0;
    }
    int size = Scale.exponent(largest);
    if (nonZero && size <= exponent + safe) {
      return 0;
    }
    return raise(Math.abs(size) <= safe ? 0 : size);
  }

  /** Takes in another scale; by how much the exponent of what there is has risen. */
  int raisedTo(FactorScale other) {
    return other.nonZero ? raise(other.exponent) : 0;
  }

  /** Of numbers that are all still zero the exponent may become any, and nothing has to follow. */
  private int raise(int wanted) {
    int before = exponent;
    boolean first = !nonZero;
    nonZero = true;
    exponent = first ? wanted : Math.max(before, wanted);
    return first ? 0 : exponent - before;
  }

  void write(StateWriter out) {
    out.writeInt(exponent).writeInt(nonZero ? 1 : 0);
  }

  void read(StateReader in) {
    exponent = in.readInt();
    nonZero = in.readInt() != 0;
  }
}
