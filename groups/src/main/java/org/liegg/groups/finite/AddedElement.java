package org.liegg.groups.finite;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * Adds a number to every input.
 *
 * @param amount which
 */
record AddedElement(double amount) implements GroupElement {

  @Override
  public String name() {
    return "brightness by " + Numbers.shown(amount, 3);
  }

  @Override
  public Batch inputs(Batch inputs) {
    return new Batch(
        inputs.rows(),
        inputs.columns(),
        Arrays.stream(inputs.values()).map(value -> value + amount).toArray());
  }
}
