package org.liegg.metrics;

import org.liegg.api.Matrix;

/**
 * What one block of samples says of r directions: sums, so that blocks add up.
 *
 * @param directions r
 * @param moved {@code Σ_n (J_n v)ᵀ(J_n v)}, {@code r × r}, the upper triangle
 * @param chance {@code Σ (J_n′ v_n)ᵀ(J_n′ v_n)} over pairs of different samples, {@code r × r}, the
 *     upper triangle
 * @param answered {@code Σ_n w_nᵀw_n} of the fields on the output, {@code r × r}, the upper
 *     triangle, and whatever else of the baseline is a mean over samples
 * @param own {@code Σ_n J_ni²} of every input; empty where nobody asks
 * @param samples summed in {@code moved} and {@code answered}
 * @param pairs summed in {@code chance}
 */
record BlockSum(
    int directions,
    double[] moved,
    double[] chance,
    double[] answered,
    double[] own,
    long samples,
    long pairs) {

  static BlockSum empty(int directions) {
    return empty(directions, 0);
  }

  /**
   * @param inputs of which own gradients are summed
   */
  static BlockSum empty(int directions, int inputs) {
    int size = directions * directions;
    return new BlockSum(
        directions, new double[size], new double[size], new double[size], new double[inputs], 0, 0);
  }

  /** All sums of squares of gradients times a factor; samples and pairs as they are. */
  BlockSum times(double factor) {
    return new BlockSum(
        directions,
        times(moved, factor),
        times(chance, factor),
        times(answered, factor),
        times(own, factor),
        samples,
        pairs);
  }

  private static double[] times(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  /** What another output of the same samples adds. */
  BlockSum alongside(BlockSum other) {
    BlockSum sum = combined(other, 1);
    return new BlockSum(directions, sum.moved, sum.chance, sum.answered, sum.own, samples, pairs);
  }

  BlockSum plus(BlockSum other) {
    return combined(other, 1);
  }

  /** What is left when a part of this is taken away. */
  BlockSum minus(BlockSum part) {
    return combined(part, -1);
  }

  private BlockSum combined(BlockSum other, int sign) {
    return new BlockSum(
        directions,
        combined(moved, other.moved, sign),
        combined(chance, other.chance, sign),
        combined(answered, other.answered, sign),
        combined(own, other.own, sign),
        samples + sign * other.samples,
        pairs + sign * other.pairs);
  }

  private static double[] combined(double[] a, double[] b, int sign) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * b[i];
    }
    return sum;
  }

  /**
   * Of other directions, which are combinations of these.
   *
   * @param combinations {@code count × directions}
   */
  BlockSum of(Matrix combinations) {
    return new BlockSum(
        combinations.rows(),
        congruent(moved, combinations),
        congruent(chance, combinations),
        congruent(answered, combinations),
        own,
        samples,
        pairs);
  }

  private double[] congruent(double[] upper, Matrix q) {
    double[] half = new double[q.rows() * directions];
    for (int k = 0; k < q.rows(); k++) {
      for (int i = 0; i < directions; i++) {
        for (int j = 0; j < directions; j++) {
          half[k * directions + j] +=
              q.get(k, i) * upper[Math.min(i, j) * directions + Math.max(i, j)];
        }
      }
    }
    double[] all = new double[q.rows() * q.rows()];
    for (int k = 0; k < q.rows(); k++) {
      for (int l = k; l < q.rows(); l++) {
        for (int j = 0; j < directions; j++) {
          all[k * q.rows() + l] += half[k * directions + j] * q.get(l, j);
        }
      }
    }
    return all;
  }

  /** The directions {@code from} (inclusive) to {@code to} (exclusive) alone. */
  BlockSum select(int from, int to) {
    return new BlockSum(
        to - from,
        select(moved, from, to),
        select(chance, from, to),
        select(answered, from, to),
        own,
        samples,
        pairs);
  }

  private double[] select(double[] all, int from, int to) {
    int width = to - from;
    double[] part = new double[width * width];
    for (int i = 0; i < width; i++) {
      System.arraycopy(all, (from + i) * directions + from, part, i * width, width);
    }
    return part;
  }

  /** E‖J v_c‖² for {@code v_c = Σ c_i v_i}. */
  double change(double[] c) {
    return quadratic(moved, c) / samples;
  }

  /** E‖J′ v_c‖² over independent samples, and E‖w_c‖² for an equivariance. */
  double chance(double[] c) {
    return quadratic(chance, c) / pairs + quadratic(answered, c) / samples;
  }

  /** δ(c); 0 where nothing is felt. */
  double defect(double[] c) {
    double below = chance(c);
    return below > 0 ? change(c) / below : 0;
  }

  private double quadratic(double[] upper, double[] c) {
    double sum = 0;
    for (int i = 0; i < directions; i++) {
      double row = 0.5 * upper[i * directions + i] * c[i];
      for (int j = i + 1; j < directions; j++) {
        row += upper[i * directions + j] * c[j];
      }
      sum += 2 * c[i] * row;
    }
    return Math.max(0, sum);
  }
}
