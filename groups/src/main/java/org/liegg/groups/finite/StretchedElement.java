package org.liegg.groups.finite;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * Stretches a window of a series about its middle, linearly between steps; the first and the last
 * step stand for what is beyond them.
 *
 * @param name how reports call it
 * @param steps T
 * @param channels of a step
 * @param factors applied one after the other
 */
record StretchedElement(String name, int steps, int channels, double... factors)
    implements GroupElement {

  static GroupElement by(int steps, int channels, double factor) {
    return new StretchedElement(
        "time stretched by " + Numbers.shown(factor, 3), steps, channels, factor);
  }

  @Override
  public Batch inputs(Batch inputs) {
    Batch moved = inputs;
    for (double factor : factors) {
      moved = stretched(moved, factor);
    }
    return moved;
  }

  private Batch stretched(Batch batch, double factor) {
    double[] from = batch.values();
    double[] to = new double[from.length];
    double middle = (steps - 1) / 2.0;
    for (int t = 0; t < steps; t++) {
      double place = Math.max(0, Math.min(steps - 1, middle + (t - middle) / factor));
      int left = Math.min((int) place, Math.max(0, steps - 2));
      int right = Math.min(left + 1, steps - 1);
      double share = place - left;
      for (int sample = 0; sample < from.length; sample += steps * channels) {
        for (int c = 0; c < channels; c++) {
          to[sample + t * channels + c] =
              (1 - share) * from[sample + left * channels + c]
                  + share * from[sample + right * channels + c];
        }
      }
    }
    return new Batch(batch.rows(), batch.columns(), to);
  }

  @Override
  public Optional<GroupElement> thereAndBack() {
    return Optional.of(
        new StretchedElement(name + " and back", steps, channels, factors[0], 1 / factors[0]));
  }
}
