package org.liegg.engine.dl4j.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatExpTest {

  @Test
  void isWithinTwoUnitsInTheLastPlaceEverywhere() {
    float worst = 0;
    float[] x = new float[1 << 12];
    float[] scratch = new float[x.length];
    // A stride through the bit patterns of all floats: both signs, zeros, subnormals, huge ones.
    int pattern = 0;
    for (int part = 0; part < 1 << 9; part++) {
      float[] arguments = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        pattern += 2039;
        float argument = Float.intBitsToFloat(pattern);
        arguments[i] = Float.isFinite(argument) ? argument : 0;
      }
      System.arraycopy(arguments, 0, x, 0, x.length);
      FloatExp.exp(x, x.length, scratch);
      for (int i = 0; i < x.length; i++) {
        worst = Math.max(worst, units(x[i], Math.exp(arguments[i])));
      }
    }
    assertThat(worst).isBetween(0.5f, 2f);
  }

  @Test
  void isWithinTwoUnitsWhereResultsAreFinite() {
    float worst = 0;
    float[] x = new float[1 << 20];
    float[] arguments = uniform(x.length, -104.5f, 89);
    System.arraycopy(arguments, 0, x, 0, x.length);
    FloatExp.exp(x, x.length, new float[x.length]);
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, units(x[i], Math.exp(arguments[i])));
    }
    assertThat(worst).isBetween(0.5f, 2f);
  }

  @Test
  void knowsItsLimits() {
    float[] x = {0, -0f, 88.7228f, 88.73f, 1e30f, -87.4f, -103.9f, -104.1f, -1e30f, Float.NaN};
    FloatExp.exp(x, x.length, new float[x.length]);
    assertThat(x[0]).isEqualTo(1);
    assertThat(x[1]).isEqualTo(1);
    assertThat(x[2]).isFinite().isGreaterThan(3.40e38f);
    assertThat(x[3]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(x[4]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(x[5]).isPositive().isLessThan(Float.MIN_NORMAL);
    assertThat(x[6]).isEqualTo(Float.MIN_VALUE);
    assertThat(x[7]).isZero();
    assertThat(x[8]).isZero();
    assertThat(x[9]).isNaN();
  }

  @Test
  void theDifferenceFromOneDoesNotCancel() {
    float worst = 0;
    float[] x = uniform(1 << 20, -87, 0);
    for (int i = 0; i < x.length; i++) {
      // As many close to 0 as far from it.
      x[i] = i % 2 == 0 ? x[i] : x[i] * (float) Math.pow(2, -(i % 120));
    }
    float[] arguments = x.clone();
    float[] minusOne = new float[x.length];
    FloatExp.expm1(x, x.length, minusOne);
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, units(x[i], Math.exp(arguments[i])));
      worst = Math.max(worst, units(minusOne[i], Math.expm1(arguments[i])));
    }
    assertThat(worst).isBetween(0.5f, 2f);
  }

  private static float[] uniform(int count, float low, float high) {
    Random random = new Random(5);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = low + (high - low) * random.nextFloat();
    }
    return values;
  }

  /** The error in units of the last place of the nearest float; none where both are infinite. */
  private static float units(float actual, double expected) {
    float nearest = (float) expected;
    if (Float.isInfinite(nearest) || Float.isInfinite(actual)) {
      return actual == nearest ? 0 : Float.POSITIVE_INFINITY;
    }
    return (float) (Math.abs(actual - expected) / Math.ulp(nearest));
  }
}
