package org.liegg.metrics;

import java.util.Optional;
import org.liegg.api.Polarization;

/**
 * Samples of one block that follow each other, and are paired with each other. Adds to the block's
 * sums how much F changes along every direction at each of them, and, where no moments of pairs are
 * kept, along the fields of the next few that are no relatives.
 */
final class PairedSamples {
  /** What the pairs of one sample may cost, in multiplications. */
  private static final long BUDGET = 50_000;

  private static final int FEWEST = 2;
  private static final int MOST = 8;

  /** Samples whose images are summed together, and how many numbers these may be. */
  private static final int TILE = 32;

  private static final int NUMBERS = 1 << 15;

  private final DirectionFields fields;
  private final MeasuredBaseline baseline;
  private final PerSampleShares shares;
  private final int r;
  private final int width;
  private final long[] units;
  private final int inputs;
  private final int outputs;
  private final int from;
  private final int size;
  private final Polarization polarization;
  private final double[] jacobian;
  private final double[] features;

  /**
   * @param shares counts samples that are typical, across groups
   * @param units of every sample of the batch; two of one unit are relatives
   * @param from first sample of the batch that belongs to it
   * @param to behind the last
   */
  PairedSamples(
      DirectionFields fields,
      MeasuredBaseline baseline,
      PerSampleShares shares,
      Polarization polarization,
      long[] units,
      int from,
      int to) {
    this.fields = fields;
    this.baseline = baseline;
    this.shares = shares;
    this.r = fields.directions();
    this.width = fields.components();
    this.units = units;
    this.from = from;
    this.polarization = polarization;
    size = to - from;
    inputs = width - polarization.responses();
    outputs = polarization.outputs();
    jacobian = polarization.jacobians().values();
    features = polarization.features().values();
  }

  /** How many partners a sample has where pairs are taken one by one. */
  static int partners(DirectionFields fields, int outputs) {
    return (int) Math.max(FEWEST, Math.min(MOST, BUDGET / Math.max(1, pair(fields, outputs))));
  }

  /** Multiplications that one pair takes. */
  static long pair(DirectionFields fields, int outputs) {
    int r = fields.directions();
    return (long) outputs * r * (fields.components() + r / 2);
  }

  /**
   * Adds all of them.
   *
   * @param slots of the block: one, or one for every output where outputs are kept apart
   * @param moments of the block's pairs, where they are kept
   */
  void addTo(BlockSum[] slots, Optional<PairMoments> moments) {
    int shifts = moments.isPresent() ? 0 : Math.min(size - 1, partners(fields, outputs));
    int tile = Math.max(1, Math.min(TILE, NUMBERS / Math.max(1, outputs * r * (1 + shifts))));
    for (int first = 0; first < size; first += tile) {
      int count = Math.min(tile, size - first);
      double[][] own = new double[count * outputs][r];
      double[][] partners = new double[count * shifts * outputs][r];
      images(slots, first, count, shifts, own, partners);
      typical(slots.length, first, count, own);
      for (int o = 0; o < slots.length; o++) {
        int step = slots.length;
        int rows = outputs / step;
        slots[o].moved().addSquares(own, o, step, count * rows);
        slots[o].independent().addSquares(partners, o, step, count * shifts * rows);
      }
    }
    long pairs =
        moments
            .map(all -> all.add(polarization, units, from, from + size))
            .orElseGet(() -> pairs(shifts));
    for (int o = 0; o < slots.length; o++) {
      own(slots, o);
      slots[o] = slots[o].counting(size, pairs);
    }
  }

  /**
   * J v of all directions, a component of the fields after the other, at a few samples: of each
   * sample's own gradients, and of its partners'.
   */
  private void images(
      BlockSum[] slots, int first, int count, int shifts, double[][] own, double[][] partners) {
    double[] value = new double[r];
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < count; k++) {
        int n = first + k;
        fields.component(i, features, from + n, value);
        along(i, n, value, own, k * outputs, slots.length == 1);
        if (i >= inputs) {
          slots[0].answered().addSquare(value);
        } else if (shifts > 0) {
          baseline.centre(value, i);
          for (int s = 1; s <= shifts; s++) {
            int at = (k * shifts + s - 1) * outputs;
            int other = (n + s) % size;
            if (units[from + n] != units[from + other]) {
              along(i, other, value, partners, at, slots.length == 1);
            }
          }
        }
      }
    }
  }

  /** Adds what one component moves each output by, with its weight where outputs are summed. */
  private void along(
      int component, int gradient, double[] value, double[][] images, int at, boolean weighed) {
    for (int o = 0; o < outputs; o++) {
      double slope = jacobian[((from + gradient) * outputs + o) * width + component];
      slope *= weighed ? baseline.weight(o) : 1;
      Vectors.add(images[at + o], 0, r, slope, value);
    }
  }

  private void typical(int slots, int first, int count, double[][] own) {
    for (int k = 0; k < count; k++) {
      int n = first + k;
      if (shares.wants(n)) {
        shares.start();
        for (int o = 0; o < outputs; o++) {
          shares.add(own[k * outputs + o], slots == 1 ? 1 : baseline.weight(o));
        }
        double[][] values = fields.at(features, from + n);
        shares.finish(baseline, jacobian, (from + n) * outputs * width, outputs, values);
      }
    }
  }

  private long pairs(int shifts) {
    long pairs = 0;
    for (int n = 0; n < size; n++) {
      for (int s = 1; s <= shifts; s++) {
        pairs += units[from + n] != units[from + (n + s) % size] ? 1 : 0;
      }
    }
    return pairs;
  }

  /** Squares of the gradients of single inputs, of a slot. */
  private void own(BlockSum[] slots, int slot) {
    double[] own = slots[slot].own();
    int rows = outputs / slots.length;
    for (int n = 0; n < size; n++) {
      for (int o = slot; o < slot + rows; o++) {
        double weight = slots.length == 1 ? baseline.weight(o) : 1;
        int row = ((from + n) * outputs + o) * width;
        for (int i = 0; i < own.length; i++) {
          double slope = weight * jacobian[row + i];
          own[i] += slope * slope;
        }
      }
    }
  }
}
