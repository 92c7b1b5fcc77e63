package org.liegg.engine.dl4j.dense;

/**
 * The exponential function of single precision over arrays, to one unit in the last place and a
 * little over ({@code FloatExpTest} holds it to two). With x = n·ln 2 + r and |r| ≤ ln 2 / 2, eˣ is
 * 2ⁿ(1 + (eʳ − 1)), and the bracket is the beginning of its power series.
 *
 * <p>Adding 1.5·2²³ rounds to the integer n and leaves it in the low bits of the sum. Java 17 turns
 * the first loop into vector instructions because it has no conversion and no branch; reading the
 * bits needs a loop of its own, which stays scalar.
 */
final class FloatExp {
  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts; the first has so few bits that its products with n are exact. */
  private static final float LN2_HIGH = 0x1.63p-1f;

  private static final float LN2_LOW = -2.1219444e-4f;

  private static final float SHIFT = 0x1.8p23f;
  private static final int SHIFT_BITS = 0x4B400000;
  private static final int ONE_BITS = 0x3F800000;
  private static final int MANTISSA = 23;
  private static final int BIAS = 127;

  /** Arguments from which on the result rounds to infinity, or to 0. */
  private static final float HIGHEST = 89;

  private static final float LOWEST = -104;

  /** Arguments of which 2ⁿ is a normal number of single precision, as far down as it matters. */
  private static final float LOWEST_NORMAL = -87;

  private FloatExp() {}

  /**
   * x ← eˣ, over the whole range: 0 and infinity where single precision has nothing nearer, numbers
   * below its normal range rounded.
   *
   * @param x {@code count} values or more
   * @param scratch as many, overwritten
   */
  static void exp(float[] x, int count, float[] scratch) {
    reduce(x, count, scratch, LOWEST);
    for (int i = 0; i < count; i++) {
      int n = Float.floatToRawIntBits(scratch[i]) - SHIFT_BITS;
      float power = Float.intBitsToFloat((n << MANTISSA) + ONE_BITS);
      x[i] = n > -BIAS && n <= BIAS ? power + power * x[i] : farOut(n, x[i]);
    }
  }

  /**
   * x ← eˣ and eˣ − 1 beside it, both to two units in the last place, for x ≤ 0. Below −87 the
   * results are those of −87.
   *
   * @param x {@code count} values or more, none above 0
   * @param minusOne as many, filled with eˣ − 1
   */
  static void expm1(float[] x, int count, float[] minusOne) {
    reduce(x, count, minusOne, LOWEST_NORMAL);
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits(minusOne[i]) << MANTISSA;
      float power = Float.intBitsToFloat(bits + ONE_BITS);
      float part = power * x[i];
      x[i] = power + part;
      minusOne[i] = power - 1 + part;
    }
  }

  /** x ← eʳ − 1, and n + 1.5·2²³ beside it. */
  private static void reduce(float[] x, int count, float[] shifted, float lowest) {
    for (int i = 0; i < count; i++) {
      float held = Math.max(lowest, Math.min(HIGHEST, x[i]));
      float sum = held * LOG2_E + SHIFT;
      float n = sum - SHIFT;
      float r = held - n * LN2_HIGH - n * LN2_LOW;
      shifted[i] = sum;
      x[i] =
          r
              + r
                  * r
                  * (0x1p-1f
                      + r
                          * (0x1.555556p-3f
                              + r
                                  * (0x1.555556p-5f
                                      + r
                                          * (0x1.111112p-7f
                                              + r * (0x1.6c16c2p-10f + r * 0x1.a01a02p-13f)))));
    }
  }

  /** 2ⁿ(1 + part) in two steps, because 2ⁿ itself is out of range; the second one rounds. */
  private static float farOut(int n, float part) {
    int half = n >> 1;
    float first = Float.intBitsToFloat((half + BIAS) << MANTISSA);
    float second = Float.intBitsToFloat((n - half + BIAS) << MANTISSA);
    return (first + first * part) * second;
  }
}
