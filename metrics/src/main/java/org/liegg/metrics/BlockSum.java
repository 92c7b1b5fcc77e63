package org.liegg.metrics;

/**
 * What one block of samples says of r directions: sums, so that blocks add up.
 *
 * @param directions r
 * @param moved {@code Σ_n (J_n v)ᵀ(J_n v)}, {@code r × r}, the upper triangle
 * @param chance {@code Σ (J_n′ v_n)ᵀ(J_n′ v_n)} over pairs of different samples, {@code r × r}, the
 *     upper triangle
 * @param answered {@code Σ_n w_nᵀw_n} of the fields on the output, {@code r × r}, the upper
 *     triangle; zeros for an action on inputs alone
 * @param samples summed in {@code moved} and {@code answered}
 * @param pairs summed in {@code chance}
 */
record BlockSum(
    int directions, double[] moved, double[] chance, double[] answered, long samples, long pairs) {

  static BlockSum empty(int directions) {
    int size = directions * directions;
    return new BlockSum(directions, new double[size], new double[size], new double[size], 0, 0);
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

  /** The directions {@code from} (inclusive) to {@code to} (exclusive) alone. */
  BlockSum select(int from, int to) {
    return new BlockSum(
        to - from,
        select(moved, from, to),
        select(chance, from, to),
        select(answered, from, to),
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
