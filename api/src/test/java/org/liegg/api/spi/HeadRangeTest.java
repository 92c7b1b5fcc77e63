package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;

/** Heads of logits that are large, tiny, or far apart. */
class HeadRangeTest {
  private static final double[] DIRECTION = {0.6, -0.8};

  @Test
  void softmaxOfLogitsFarApartIsOneAndZero() {
    for (double far : new double[] {1e3, 1e200, 1.7e308}) {
      Jacobians s = Logits.at(Head.SOFTMAX, far, -far, 0);
      assertThat(s.responses()).containsExactly(1, 0, 0);
      assertThat(Arrays.stream(s.values())).allMatch(value -> value == 0);
    }
  }

  @Test
  void softmaxOfLargeEqualLogitsIsEven() {
    for (double large : new double[] {-1e200, -1e3, 1e3, 1e200}) {
      Jacobians s = Logits.at(Head.SOFTMAX, large, large);
      assertThat(s.responses()).containsExactly(0.5, 0.5);
      assertThat(s.values()).containsExactly(0.25, -0.25, -0.25, 0.25);
    }
  }

  /** softmax(z + c) = softmax(z). */
  @Test
  void softmaxDoesNotFeelAShift() {
    Jacobians s = Logits.at(Head.SOFTMAX, 1, -0.5, 0.25);
    Jacobians shifted = Logits.at(Head.SOFTMAX, 1 + 512, -0.5 + 512, 0.25 + 512);
    assertThat(shifted.responses()).containsExactly(s.responses());
    assertThat(shifted.values()).containsExactly(s.values());
  }

  /** ∂s_0/∂z_0 = s_0 s_1 ≈ e⁻⁴⁰, although s_0 is 1 to all digits. */
  @Test
  void saturatedSoftmaxKeepsItsDigits() {
    double s1 = Math.exp(-40) / (1 + Math.exp(-40));
    double[] expected = {s1, -s1, -s1, s1};
    for (double slope : new double[] {1, 0.1, 1 / 3.0}) {
      Jacobians s = jacobians(Head.SOFTMAX, slope, 20, -20);
      for (int i = 0; i < 4; i++) {
        assertThat(s.values()[i]).isCloseTo(slope * expected[i], within(1e-12 * slope * s1));
      }
    }
  }

  /** Rows that have nearly all in common: the derivatives of the dominant output cancel. */
  @Test
  void saturatedSoftmaxKeepsItsDigitsWhereLogitsRiseTogether() {
    Jacobians logits = new Jacobians(1, 2, 1, new double[] {0.7, 0.1}, new double[] {20, -20});
    Jacobians s =
        HeadedGradient.of(new Keeping(logits), Head.SOFTMAX)
            .jacobians(new Batch(1, 1, new double[1]));
    double expected = 0.6 * Math.exp(-40);
    assertThat(s.values()[0]).isCloseTo(expected, within(1e-12 * expected));
    assertThat(s.values()[1]).isCloseTo(-expected, within(1e-12 * expected));
  }

  /** u(cz) = u(z) and ∂u/∂z at cz is 1/c of that at z. */
  @Test
  void normalizedLogitsDoNotFeelAFactor() {
    Jacobians u = Logits.at(Head.NORMALIZED_LOGITS, DIRECTION);
    for (double factor : new double[] {1e-200, 1e-3, 1e3, 1e200, 1e307}) {
      Jacobians scaled = jacobians(Head.NORMALIZED_LOGITS, factor, Logits.times(factor, DIRECTION));
      assertThat(scaled.responses()).containsExactly(u.responses(), within(1e-15));
      assertThat(scaled.values()).containsExactly(u.values(), within(1e-15));
    }
  }

  @Test
  void normalizedLogitsOfTheLargestNumbersStayInRange() {
    double[] z = new double[4];
    Arrays.fill(z, Double.MAX_VALUE);
    Jacobians u = jacobians(Head.NORMALIZED_LOGITS, 1e300, z);
    assertThat(u.responses()).containsOnly(0.5);
    assertThat(u.values()[0]).isCloseTo(0.75 * (1e300 / Double.MAX_VALUE) / 2, within(1e-22));
  }

  /** The direction of logits of 1e-320 turns by 1e320 for every 1 that they move. */
  @Test
  void directionsThatTurnBeyondAllBoundsAreRefused() {
    assertThat(Logits.at(Head.NORMALIZED_LOGITS, 1e-300, 1e-300).values()[0]).isGreaterThan(1e299);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Logits.at(Head.NORMALIZED_LOGITS, 1e-320, 1e-320))
        .withMessageStartingWith("LIEGG-MODEL-NONFINITE: model f.zip: sample 0 of the batch")
        .withMessageContaining("normalized-logits");
  }

  private static Jacobians jacobians(Head head, double slope, double... z) {
    return HeadedGradient.of(Logits.scaled(z.length, slope), head)
        .jacobians(new Batch(1, z.length, z));
  }
}
