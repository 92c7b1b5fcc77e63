package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.Polarization;

/**
 * All pairs of samples of a block that follow each other and are no relatives, summed without
 * looking at any direction: over pairs {@code (n, m)} of a group
 *
 * <pre>
 *     Σ C_n ⊗ Φ_m = (Σ C_n) ⊗ (Σ Φ_m) − Σ_u (Σ_u C_n) ⊗ (Σ_u Φ_m)      C = JᵀJ   Φ = φφᵀ
 * </pre>
 *
 * u going through the samples that are relatives of each other, most often single ones. What every
 * direction changes by it is worked out once, at the end: {@code Σ ‖J_n v_h(x_m)‖²} is linear in
 * this sum. Features are taken from those of the first sample on, so that squares keep their digits
 * where the mean is far from 0; what a field is there, less its centre, is the weight of one
 * feature more, which is 1. Confined to one thread.
 */
final class PairMoments {
  /** Samples of a group at least, where there are so many; less than twice as many at most. */
  private static final int GROUP = 16;

  /** Numbers that are kept whatever the directions take. */
  private static final int ALWAYS = 1 << 14;

  private final DirectionFields fields;
  private final MeasuredBaseline baseline;
  private final int inputs;
  private final int features; // with the one
  private final double[][][] sums; // of a slot: pairs of inputs × pairs of features
  private final double[][][] gradients; // of a slot: terms × pairs of inputs
  private final double[][] positions; // terms × pairs of features
  private final double[] phi;
  private final double[] origin; // features of the first sample
  private boolean started;

  /**
   * Of nothing.
   *
   * @param scratch what is worked on, which others may use between two calls
   */
  PairMoments(DirectionFields fields, MeasuredBaseline baseline, Scratch scratch) {
    this.fields = fields;
    this.baseline = baseline;
    inputs = fields.components();
    features = fields.features() + 1;
    gradients = scratch.gradients;
    positions = scratch.positions;
    sums = new double[gradients.length][pairs(inputs)][pairs(features)];
    phi = new double[features];
    phi[features - 1] = 1;
    origin = new double[features - 1];
  }

  /**
   * Terms of one group.
   *
   * @param gradients of a slot: terms × pairs of inputs
   * @param positions terms × pairs of features
   */
  record Scratch(double[][][] gradients, double[][] positions) {

    /**
     * Enough of it.
     *
     * @param slots 1 where outputs are summed by their weights, otherwise how many there are
     */
    static Scratch of(DirectionFields fields, int slots) {
      return new Scratch(
          new double[slots][2 * GROUP][pairs(fields.components())],
          new double[2 * GROUP][pairs(fields.features() + 1)]);
    }
  }

  /**
   * Whether they take no more memory than a form of the directions, or next to nothing, and less
   * work than some pairs of all directions.
   *
   * @param each multiplications that a sample's pairs of directions would take
   */
  static boolean fits(DirectionFields fields, UpperLayout layout, int slots, long each) {
    double numbers = 1.0 * size(fields.components()) * size(fields.features() + 1);
    return numbers <= Math.max(layout.length(), ALWAYS / slots) && numbers * slots <= each;
  }

  private static double size(int of) {
    return of * (of + 1.0) / 2;
  }

  private static int pairs(int of) {
    return of * (of + 1) / 2;
  }

  /**
   * Adds the pairs of samples that follow each other.
   *
   * @param units of every sample of the batch; two of one unit are no pair
   * @param from the first sample
   * @param to behind the last
   * @return how many pairs these were
   */
  long add(Polarization polarization, long[] units, int from, int to) {
    if (!started) {
      int width = fields.features();
      System.arraycopy(polarization.features().values(), from * width, origin, 0, width);
      started = true;
    }
    int groups = Math.max(1, (to - from) / GROUP);
    long pairs = 0;
    for (int g = 0; g < groups; g++) {
      int start = from + (int) ((long) (to - from) * g / groups);
      int end = from + (int) ((long) (to - from) * (g + 1) / groups);
      pairs += group(polarization, units, start, end);
    }
    return pairs;
  }

  private long group(Polarization polarization, long[] units, int from, int to) {
    int terms = 1; // the first is that of all samples
    clear(0);
    long pairs = (long) (to - from) * (to - from);
    for (int n = from; n < to; n++) {
      if (earlier(units, from, n)) {
        continue;
      }
      clear(terms);
      long alike = 0;
      for (int m = n; m < to; m++) {
        if (units[m] == units[n]) {
          collect(polarization, m, terms);
          alike++;
        }
      }
      pairs -= alike * alike;
      subtract(terms);
      terms++;
    }
    if (pairs > 0) {
      for (int slot = 0; slot < sums.length; slot++) {
        multiply(gradients[slot], sums[slot], terms);
      }
    }
    return pairs;
  }

  private static boolean earlier(long[] units, int from, int n) {
    for (int m = from; m < n; m++) {
      if (units[m] == units[n]) {
        return true;
      }
    }
    return false;
  }

  private void clear(int term) {
    for (double[][] of : gradients) {
      Arrays.fill(of[term], 0);
    }
    Arrays.fill(positions[term], 0);
  }

  /** Adds one sample's squares to a term. */
  private void collect(Polarization polarization, int sample, int term) {
    int outputs = polarization.outputs();
    double[] jacobian = polarization.jacobians().values();
    for (int o = 0; o < outputs; o++) {
      double weight = sums.length == 1 ? baseline.weight(o) : 1;
      double[] to = gradients[sums.length == 1 ? 0 : o][term];
      square(jacobian, (sample * outputs + o) * inputs, inputs, weight * weight, to);
    }
    double[] position = polarization.features().values();
    for (int p = 0; p < origin.length; p++) {
      phi[p] = position[sample * origin.length + p] - origin[p];
    }
    square(phi, 0, features, 1, positions[term]);
  }

  private static void square(double[] values, int at, int width, double weight, double[] sum) {
    int to = 0;
    for (int i = 0; i < width; i++) {
      double factor = weight * values[at + i];
      for (int j = i; j < width; j++) {
        sum[to] += factor * values[at + j];
        to++;
      }
    }
  }

  /** Adds a term to that of all samples, and turns its sign. */
  private void subtract(int term) {
    for (double[][] of : gradients) {
      double[] mine = of[term];
      Vectors.add(of[0], 0, mine.length, 1, mine);
      for (int a = 0; a < mine.length; a++) {
        mine[a] = -mine[a];
      }
    }
    Vectors.add(positions[0], 0, pairs(features), 1, positions[term]);
  }

  /** Adds the products of all terms, four at a time. */
  private void multiply(double[][] left, double[][] sum, int terms) {
    int padded = (terms + 3) / 4 * 4;
    for (int term = terms; term < padded; term++) {
      clear(term);
    }
    double[] factors = new double[4];
    for (int a = 0; a < sum.length; a++) {
      for (int k = 0; k < padded; k += 4) {
        for (int f = 0; f < 4; f++) {
          factors[f] = left[k + f][a];
        }
        Vectors.addFour(sum[a], 0, sum[a].length, factors, positions, k, 1);
      }
    }
  }

  /** {@code Σ (J_n (v(x_m) − c))ᵀ(J_n (v(x_m) − c))} over all pairs so far, of one slot. */
  UpperForm form(int slot, UpperLayout layout) {
    return new PairContraction(fields, baseline, origin).of(sums[slot], layout);
  }
}
