package org.liegg.groups.element;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * Changes the sign of some inputs.
 *
 * @param name how reports call it
 * @param negative which of them, d
 */
public record SignedElement(String name, boolean[] negative) implements GroupElement {

  @Override
  public Batch inputs(Batch inputs) {
    return Blocks.each(inputs, negative.length, name, this::signed);
  }

  private Batch signed(Batch batch) {
    double[] values = batch.values().clone();
    for (int at = 0; at < values.length; at++) {
      if (negative[at % negative.length]) {
        values[at] = -values[at];
      }
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  private boolean reflects() {
    boolean odd = false;
    for (boolean one : negative) {
      odd ^= one;
    }
    return odd;
  }

  @Override
  public Optional<Batch> represented(String representation, Batch batch) {
    return switch (representation) {
      case Representations.SAME, Representations.VECTOR -> Optional.of(inputs(batch));
      case Representations.PSEUDOVECTOR ->
          Optional.of(reflects() ? negated(inputs(batch)) : inputs(batch));
      case Representations.PSEUDOSCALAR -> Optional.of(reflects() ? negated(batch) : batch);
      default -> Optional.empty();
    };
  }

  private static Batch negated(Batch batch) {
    double[] values = batch.values().clone();
    for (int at = 0; at < values.length; at++) {
      values[at] = -values[at];
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }
}
