package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.Polarization;

/**
 * Samples of one block that follow each other, and are paired with each other. Adds to the block's
 * sums how much F changes along every direction at each of them, and along the fields of the next
 * few that are no relatives.
 */
final class PairedSamples {
  /** What the pairs of one sample may cost, in multiplications. */
  private static final long BUDGET = 50_000;

  private static final int FEWEST = 2;
  private static final int MOST = 8;

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
  private final double[] jacobian;
  private final double[] features;
  private final double[] values; // at the sample in question
  private final double[] centred;
  private final double[] image;

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
    size = to - from;
    inputs = width - polarization.responses();
    outputs = polarization.outputs();
    jacobian = polarization.jacobians().values();
    features = polarization.features().values();
    values = new double[width * r];
    centred = baseline.centred() ? new double[width * r] : values;
    image = new double[r];
  }

  /** All fields at one sample. */
  private void move(int sample) {
    fields.at(features, from + sample, values, 0);
    if (baseline.centred()) {
      System.arraycopy(values, 0, centred, 0, values.length);
      baseline.subtractCentres(centred, 0, inputs, r);
    }
  }

  /**
   * Adds all of them.
   *
   * @param slots of the block: one, or one for every output where outputs are kept apart
   */
  void addTo(BlockSum[] slots) {
    int shifts = Math.min(size - 1, shifts());
    long[] pairs = new long[slots.length];
    for (int n = 0; n < size; n++) {
      move(n);
      boolean typical = shares.wants(n);
      if (typical) {
        shares.start();
      }
      for (int o = 0; o < outputs; o++) {
        int slot = slots.length == 1 ? 0 : o;
        // Where outputs are summed in one slot, their weights come in here.
        double weight = slots.length == 1 ? baseline.weight(o) : 1;
        BlockSum sum = slots[slot];
        along(values, n, o, width, weight);
        sum.moved().addSquare(image);
        if (typical) {
          shares.add(image, slots.length == 1 ? 1 : baseline.weight(o));
        }
        own(sum, n, o, weight);
        for (int s = 1; s <= shifts; s++) {
          if (units[from + n] != units[from + (n + s) % size]) {
            along(centred, (n + s) % size, o, inputs, weight);
            sum.independent().addSquare(image);
            pairs[slot] += o == 0 || slots.length > 1 ? 1 : 0;
          }
        }
      }
      for (int i = inputs; i < width; i++) {
        System.arraycopy(values, i * r, image, 0, r);
        slots[0].answered().addSquare(image);
      }
      if (typical) {
        shares.finish(baseline, jacobian, (from + n) * outputs * width, outputs, width, values, 0);
      }
    }
    for (int o = 0; o < slots.length; o++) {
      slots[o] = slots[o].counting(size, pairs[o]);
    }
  }

  private void own(BlockSum sum, int sample, int output, double weight) {
    double[] own = sum.own();
    int row = ((from + sample) * outputs + output) * width;
    for (int i = 0; i < own.length; i++) {
      double slope = weight * jacobian[row + i];
      own[i] += slope * slope;
    }
  }

  private int shifts() {
    long each = Math.max(1, (long) outputs * r * (width + r / 2));
    return (int) Math.max(FEWEST, Math.min(MOST, BUDGET / each));
  }

  /** {@code J_gradient v}, one output, the first components. */
  private void along(double[] of, int gradient, int output, int components, double weight) {
    Arrays.fill(image, 0);
    int row = ((from + gradient) * outputs + output) * width;
    for (int i = 0; i < components; i++) {
      double slope = weight * jacobian[row + i];
      if (slope != 0) {
        for (int h = 0; h < r; h++) {
          image[h] += slope * of[i * r + h];
        }
      }
    }
  }
}
