package org.liegg.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ImageTest {
  private static final int SIZE = 28;

  /** A function of x and y from the center, in pixels. */
  private static Image drawn(DoubleBinaryOperator f) {
    double[] values = new double[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        values[row * SIZE + column] =
            f.applyAsDouble(column - (SIZE - 1) / 2.0, row - (SIZE - 1) / 2.0);
      }
    }
    return new Image(SIZE, SIZE, values);
  }

  private static double gaussian(double x, double y, double variance) {
    return Math.exp(-(x * x + y * y) / (2 * variance)) / (2 * Math.PI * variance);
  }

  @Test
  void turnsASmoothFunctionFromXTowardsY() {
    Image blob = drawn((x, y) -> gaussian(x - 5, y, 6.25));
    double angle = Math.toRadians(30);
    Image expected =
        drawn((x, y) -> gaussian(x - 5 * Math.cos(angle), y - 5 * Math.sin(angle), 6.25));

    assertThat(blob.turned(angle).values())
        .containsExactly(expected.values(), within(2e-2 * gaussian(0, 0, 6.25)));
  }

  @Test
  void aQuarterTurnMovesPixelsAndLosesNothing() {
    Image spot = drawn((x, y) -> x == 3.5 && y == -0.5 ? 1 : 0);
    Image expected = drawn((x, y) -> x == 0.5 && y == 3.5 ? 1 : 0);

    assertThat(spot.turned(Math.PI / 2).values()).containsExactly(expected.values(), within(1e-12));
  }

  @Test
  void interpolatesQuadraticsExactly() {
    Image bowl = drawn((x, y) -> x * x + 2 * y * y - x * y + 3);
    // A shear: x ↦ x − y/4 is what the image at a point is taken from.
    Image sheared = bowl.moved(new double[] {1, -0.25, 0, 1});

    for (int row = 10; row < 18; row++) {
      for (int column = 10; column < 18; column++) {
        double y = row - 13.5;
        double x = column - 13.5 - 0.25 * y;
        assertThat(sheared.values()[row * SIZE + column])
            .isCloseTo(x * x + 2 * y * y - x * y + 3, within(1e-10));
      }
    }
  }

  @Test
  void blurringAGaussianAddsTheVariances() {
    Image blob = drawn((x, y) -> gaussian(x, y, 4));
    Image expected = drawn((x, y) -> gaussian(x, y, 4 + 1.5 * 1.5));

    assertThat(blob.blurred(1.5).values())
        .containsExactly(expected.values(), within(1e-3 * gaussian(0, 0, 6.25)));
  }

  @Test
  void blurringKeepsTheSumAwayFromTheEdge() {
    Image spot = drawn((x, y) -> x == 0.5 && y == 0.5 ? 2 : 0);

    double sum = 0;
    for (double value : spot.blurred(1.5).values()) {
      sum += value;
    }
    assertThat(sum).isCloseTo(2, within(1e-12));
  }
}
