package org.liegg.groups.finite;

import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * Scales the differences from a sample's own mean.
 *
 * @param size d
 * @param factor by which
 */
record ScaledElement(int size, double factor) implements GroupElement {

  @Override
  public String name() {
    return "contrast by " + Numbers.shown(factor, 3);
  }

  @Override
  public Batch inputs(Batch inputs) {
    double[] values = inputs.values().clone();
    for (int from = 0; from < values.length; from += size) {
      double mean = 0;
      for (int i = 0; i < size; i++) {
        mean += values[from + i] / size;
      }
      for (int i = 0; i < size; i++) {
        values[from + i] = mean + factor * (values[from + i] - mean);
      }
    }
    return new Batch(inputs.rows(), inputs.columns(), values);
  }
}
